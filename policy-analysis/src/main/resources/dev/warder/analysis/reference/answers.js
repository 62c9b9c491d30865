
// The answers in words.
const MOST_LISTED = 100;

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

function listed(parts, between) {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [between, part]));
}

function codes(names) {
  return listed(names.map((name) => make('code', name)), ' and ');
}

// The label as the table shows it, and the raw string.
function capability(raw) {
  const element = make('span', '', {class: 'capability'});
  const label = capabilityRows[capabilities.get(raw).i].querySelector('.label').textContent;
  element.append(label + ' ', make('code', raw));
  return element;
}

function capabilitiesNamed(raws) {
  return listed(raws.map(capability), ' and ');
}

function note(...parts) {
  const element = make('span', '', {class: 'note'});
  element.append(...parts);
  return element;
}

// What some calls need, each set of capabilities with a button that chooses it.
function needsWords({token, unmapped, sets}, use) {
  const parts = [];
  if (unmapped.length > 0) {
    const nobody = make('p', 'Nobody is allowed ', {class: 'warn'});
    nobody.append(...codes(unmapped.map(callName)), ': the provider has not said what it needs.');
    parts.push(nobody);
  }
  if (sets === null) {
    parts.push(make('p', 'The alternatives combine in too many ways. Choose fewer.', {class: 'warn'}));
  } else if (sets[0].length === 0) {
    if (unmapped.length === 0) {
      parts.push(make('p', token ? 'Any token, whatever it carries.' : 'Nothing, not even a token.'));
    }
  } else {
    parts.push(make('p', (unmapped.length > 0 ? 'The rest needs ' : 'Needs ') + (sets.length === 1 ? 'at least' : 'one of these ' + sets.length) + ':'));
    parts.push(leastList(sets, use));
  }
  return parts;
}

function leastList(sets, use) {
  const list = make('ul', '', {class: 'least'});
  for (const set of sets.slice(0, MOST_LISTED)) {
    const item = make('li', '');
    item.append(...set.map(capability));
    if (use) {
      const button = make('button', 'Choose these', {type: 'button', 'aria-label': 'Choose these: ' + set.join(' and ')});
      button.addEventListener('click', () => use(set));
      item.append(button);
    }
    list.append(item);
  }
  if (sets.length > MOST_LISTED) {
    list.append(make('li', 'and ' + (sets.length - MOST_LISTED) + ' more'));
  }
  return list;
}

function allowedOf(answers) {
  return answers.filter((each) => each.allowed).length;
}

function canWords(all) {
  return 'Allows ' + allowedOf(all.operations) + ' of ' + count(all.operations.length, 'operations')
    + (all.commands.length === 0 ? '' : ' and ' + allowedOf(all.commands) + ' of ' + count(all.commands.length, 'commands')) + '.';
}

function canLists(all) {
  return [
    foldedList('Allowed', 'operations', all.operations.filter((each) => each.allowed), operationItem),
    foldedList('Allowed', 'commands', all.commands.filter((each) => each.allowed), commandItem),
    foldedList('Missing something', 'operations', all.operations.filter((each) => !each.allowed), operationItem),
    foldedList('Missing something', 'commands', all.commands.filter((each) => !each.allowed), commandItem),
  ];
}

function foldedList(title, plural, entries, item) {
  const details = make('details', '');
  const list = make('ul', '');
  details.hidden = entries.length === 0;
  details.append(make('summary', title + ': ' + count(entries.length, plural)), list);
  // Filled when opened, since there may be thousands.
  details.addEventListener('toggle', () => {
    if (details.open && list.children.length === 0) {
      list.append(...entries.slice(0, MOST_LISTED).map(item));
      if (entries.length > MOST_LISTED) {
        list.append(make('li', 'and ' + count(entries.length - MOST_LISTED, plural) + ' more'));
      }
    }
  });
  return details;
}

function misses({unmapped, missing}) {
  const parts = missing.length === 0 ? [] : ['misses ', ...capabilitiesNamed(missing)];
  return unmapped.length === 0 ? parts : [...parts, ...(parts.length > 0 ? ['; '] : []), 'unmapped: ', ...codes(unmapped.map(callName))];
}

function operationItem(answer) {
  const entry = data.operations[answer.i];
  const item = make('li', '');
  item.append(make('a', entry.method + ' ' + entry.path, {href: '#' + operationRows[answer.i].id}));
  if (!answer.allowed) {
    item.append(note(...misses(answer)));
  }
  return item;
}

function commandItem(answer) {
  const item = make('li', '');
  item.append(make('a', data.commands[answer.i].command, {href: '#' + commandRows[answer.i].id}));
  if (answer.missing.length + answer.unmapped.length > 0) {
    item.append(note(...misses(answer)));
  } else {
    answer.when.forEach((each) => item.append(note('in the case ' + each.name + ': ', ...(each.allowed ? ['allowed'] : misses(each)))));
  }
  return item;
}
