
// What is ticked, and the two answers to it.
const MOST_LISTED = 100;
const [capabilityRows, operationRows, commandRows] = tables.map((each) => each.rows);
const ticked = {capabilities: new Set(), operations: new Set(), commands: new Map()};

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

function codes(raws) {
  return raws.flatMap((raw, i) => [...(i === 0 ? [] : [' and ']), make('code', raw)]);
}

function boxes(row) {
  return [...row.querySelectorAll('input')];
}

// A command's own box stands first where it has one: a command that calls nothing but in
// conditions has none.
function ownBox(row) {
  return row.querySelector('th input');
}

function whenBoxes(row) {
  return [...row.querySelectorAll('td input')];
}

function tick(rows, isTicked) {
  for (const row of rows) {
    boxes(row).forEach((box, k) => {
      box.checked = isTicked && k === 0;
    });
    take(row);
  }
  rows.some((row) => row.dataset.kind === 'capability') ? answerCan() : answerNeeds();
}

// Takes the boxes of a row over into what is ticked.
function take(row) {
  const isTicked = boxes(row).some((box) => box.checked);
  row.classList.toggle('ticked', isTicked);
  const i = Number(row.dataset.i);
  if (row.dataset.kind === 'command') {
    const when = whenBoxes(row).flatMap((box, k) => (box.checked ? [k] : []));
    isTicked ? ticked.commands.set(i, when) : ticked.commands.delete(i);
  } else {
    const set = row.dataset.kind === 'capability' ? ticked.capabilities : ticked.operations;
    isTicked ? set.add(i) : set.delete(i);
  }
}

function chosenCalls() {
  const calls = data.operations.filter((_, i) => ticked.operations.has(i)).map((entry) => entry.operation);
  for (const [i, when] of ticked.commands) {
    const entry = data.commands[i];
    calls.push(...entry.calls, ...when.flatMap((k) => entry.when[k].calls));
  }
  const byName = new Map(calls.map((call) => [typeof call + callName(call), call]));
  return [...byName.values()];
}

function chosen(row, words) {
  const item = make('li', '');
  const remove = make('button', '×', {type: 'button', 'aria-label': 'Remove ' + words});
  remove.addEventListener('click', () => {
    const list = item.parentNode;
    const at = [...list.children].indexOf(item);
    tick([row], false);
    (list.children[Math.min(at, list.children.length - 1)]?.querySelector('button') ?? document.getElementById('picker')).focus();
  });
  item.append(make('span', words), remove);
  return item;
}

function answerNeeds() {
  const items = [...ticked.operations].sort((a, b) => a - b).map((i) =>
    chosen(operationRows[i], data.operations[i].method + ' ' + data.operations[i].path));
  for (const [i, when] of ticked.commands) {
    const names = when.map((k) => data.commands[i].when[k].name);
    items.push(chosen(commandRows[i], data.commands[i].command + (names.length > 0 ? ' (' + names.join(', ') + ')' : '')));
  }
  document.getElementById('needs-ticked').replaceChildren(...items);
  document.getElementById('needs-clear').hidden = items.length === 0;
  const answer = document.getElementById('needs');
  if (items.length === 0) {
    answer.replaceChildren(make('p', 'Tick operations or commands: here are then the least capabilities that they need.', {class: 'hint'}));
  } else {
    answer.replaceChildren(...needsWords(needs(chosenCalls())));
  }
  tray();
}

function needsWords({token, unmapped, sets}) {
  const parts = [];
  if (unmapped.length > 0) {
    const nobody = make('p', 'Nobody is allowed ', {class: 'warn'});
    nobody.append(...codes(unmapped.map(callName)), ': the provider has not said what it needs.');
    parts.push(nobody);
  }
  if (sets === null) {
    parts.push(make('p', 'The alternatives combine in too many ways. Tick fewer.', {class: 'warn'}));
  } else if (sets[0].length === 0) {
    if (unmapped.length === 0) {
      parts.push(make('p', token ? 'Any token, whatever it carries.' : 'Nothing, not even a token.'));
    }
  } else {
    parts.push(make('p', (unmapped.length > 0 ? 'The rest needs ' : 'Needs ') + (sets.length === 1 ? 'at least' : 'one of these ' + sets.length) + ':'));
    parts.push(leastList(sets));
  }
  return parts;
}

function leastList(sets) {
  const list = make('ul', '', {class: 'least'});
  for (const set of sets.slice(0, MOST_LISTED)) {
    const item = make('li', '');
    const use = make('button', 'Tick', {type: 'button', 'aria-label': 'Tick ' + set.join(' and ')});
    use.addEventListener('click', () => {
      tick(capabilityRows.filter((_, i) => ticked.capabilities.has(i)), false);
      tick(set.map((raw) => capabilityRows[capabilities.get(raw).i]), true);
    });
    item.append(...set.map((raw) => make('code', raw)), use);
    list.append(item);
  }
  if (sets.length > MOST_LISTED) {
    list.append(make('li', 'and ' + (sets.length - MOST_LISTED) + ' more'));
  }
  return list;
}

function answerCan() {
  const raws = [...ticked.capabilities].sort((a, b) => a - b).map((i) => data.capabilities[i].capability);
  document.getElementById('can-ticked').replaceChildren(
    ...raws.map((raw) => chosen(capabilityRows[capabilities.get(raw).i], raw)));
  document.getElementById('can-clear').hidden = raws.length === 0;
  const answer = document.getElementById('can');
  const lists = document.getElementById('can-lists');
  if (raws.length === 0) {
    answer.className = 'hint';
    answer.textContent = 'Tick capabilities: here is then what they allow, and what is missing for the rest.';
    lists.replaceChildren();
  } else {
    const all = can(raws);
    const allowed = (entries) => entries.filter((each) => each.allowed);
    answer.className = '';
    answer.textContent = 'Allowed: ' + allowed(all.operations).length + ' of ' + count(all.operations.length, 'operations')
      + (all.commands.length === 0 ? '' : ', ' + allowed(all.commands).length + ' of ' + count(all.commands.length, 'commands')) + '.';
    lists.replaceChildren(
      folded('Allowed', 'operations', all.operations.filter((each) => each.allowed), operationItem),
      folded('Allowed', 'commands', all.commands.filter((each) => each.allowed), commandItem),
      folded('Missing something', 'operations', all.operations.filter((each) => !each.allowed), operationItem),
      folded('Missing something', 'commands', all.commands.filter((each) => !each.allowed), commandItem));
  }
  tray();
}

function folded(title, plural, entries, item) {
  const details = make('details', '');
  const list = make('ul', '');
  if (entries.length === 0) {
    details.hidden = true;
  }
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
  const parts = missing.length === 0 ? [] : ['misses ', ...codes(missing)];
  return unmapped.length === 0 ? parts : [...parts, ...(parts.length > 0 ? ['; '] : []), 'unmapped: ', ...codes(unmapped.map(callName))];
}

function note(...parts) {
  const element = make('span', '', {class: 'note'});
  element.append(...parts);
  return element;
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
    answer.when.forEach((each) => item.append(note('with ' + each.name + ': ', ...(each.allowed ? ['allowed'] : misses(each)))));
  }
  return item;
}

let pickerIsInView = false;
new IntersectionObserver(([entry]) => {
  pickerIsInView = entry.isIntersecting;
  tray();
}).observe(document.getElementById('picker'));

// On a small screen the picker is far away; this says that it has something.
function tray() {
  const things = ticked.operations.size + ticked.commands.size;
  const parts = [...(things > 0 ? [things + ' ticked'] : []), ...(ticked.capabilities.size > 0 ? [count(ticked.capabilities.size, 'capabilities')] : [])];
  const element = document.getElementById('tray');
  element.hidden = parts.length === 0 || pickerIsInView;
  element.textContent = parts.join(', ') + ': to the picker';
}

document.getElementById('main').addEventListener('change', (event) => {
  const row = event.target.closest('tr');
  const own = row && ownBox(row);
  if (own && event.target !== own && event.target.checked) {
    own.checked = true;
  } else if (own && event.target === own && !own.checked) {
    whenBoxes(row).forEach((box) => {
      box.checked = false;
    });
  }
  if (row) {
    take(row);
    row.dataset.kind === 'capability' ? answerCan() : answerNeeds();
  }
});

function clear(button, rows) {
  document.getElementById(button).addEventListener('click', () => {
    tick(rows(), false);
    document.getElementById('picker').focus();
  });
}
clear('needs-clear', () => [...[...ticked.operations].map((i) => operationRows[i]), ...[...ticked.commands.keys()].map((i) => commandRows[i])]);
clear('can-clear', () => [...ticked.capabilities].map((i) => capabilityRows[i]));

const theme = document.getElementById('theme');
const isDark = () => theme.getAttribute('aria-pressed') === 'true';
theme.setAttribute('aria-pressed', String(matchMedia('(prefers-color-scheme: dark)').matches));
theme.addEventListener('click', () => {
  theme.setAttribute('aria-pressed', String(!isDark()));
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
});

// What the browser remembers of an earlier visit is taken over.
document.querySelectorAll('#main input:checked').forEach((box) => take(box.closest('tr')));
answerNeeds();
answerCan();
search();
reveal();
