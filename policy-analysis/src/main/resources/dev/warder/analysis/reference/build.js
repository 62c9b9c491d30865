
// "Build a token": what is chosen, the answers to it, and how to take them away.
const builder = document.getElementById('builder');
const part = (id) => document.getElementById(id);

function choice(row, ...words) {
  const item = make('li', '');
  const name = make('span', '');
  name.append(...words);
  const remove = make('button', '×', {type: 'button', 'aria-label': 'Remove ' + name.textContent});
  remove.addEventListener('click', () => {
    const list = item.parentNode;
    const at = [...list.children].indexOf(item);
    choose(row, false);
    changed();
    (list.children[Math.min(at, list.children.length - 1)]?.querySelector('button') ?? builder).focus();
  });
  item.append(name, remove);
  return item;
}

function wantedItem(row) {
  const i = Number(row.dataset.i);
  if (row.dataset.kind === 'operation') {
    return choice(row, make('code', data.operations[i].method + ' ' + data.operations[i].path));
  }
  const names = caseNames(i);
  return choice(row, make('code', data.commands[i].command), ...(names.length > 0 ? [' (' + names.join(', ') + ')'] : []));
}

// Chooses exactly these capabilities.
function carry(raws) {
  chosenCapabilityRows().forEach((row) => choose(row, false));
  raws.forEach((raw) => choose(capabilityRows[capabilities.get(raw).i], true));
  changed();
}

// Answers anew, and keeps the choice in the address.
function changed() {
  const wanted = wantedRows();
  const carried = chosenRaws();
  const needed = wanted.length === 0 ? null : needs(chosenCalls());
  const token = carried.length > 0 ? carried : needed?.sets?.[0] ?? [];
  const all = token.length > 0 ? can(token) : null;
  part('example').hidden = wanted.length + carried.length > 0;
  part('wanted').hidden = wanted.length === 0;
  part('wanted-choices').replaceChildren(...wanted.map(wantedItem));
  part('needs').replaceChildren(...(needed ? needsWords(needed, carry) : []));
  part('carried').hidden = token.length === 0;
  part('carried-clear').hidden = carried.length === 0;
  part('carried-choices').replaceChildren(...carried.map((raw) => choice(capabilityRows[capabilities.get(raw).i], capability(raw))));
  part('short').replaceChildren(...shortWords(carried, needed));
  part('can').textContent = all ? canWords(all) : '';
  part('can-lists').replaceChildren(...(all ? canLists(all) : []));
  part('make').hidden = token.length === 0;
  part('raws').replaceChildren(...token.flatMap((raw, i) => (i === 0 ? [raw] : [',', make('wbr', ''), raw])));
  part('create').replaceChildren(...command(token));
  part('share').hidden = wanted.length + carried.length === 0;
  part('link').textContent = link();
  part('link').parentNode.hidden = true;
  part('copied').textContent = '';
  part('summary').textContent = all ? count(token.length, 'capabilities') + '. ' + canWords(all)
    : wanted.length > 0 ? count(wanted.length, 'choices') + '.' : 'Nothing chosen yet.';
  remember();
}

// Tells what the capabilities chosen lack for the operations and commands chosen, and adds it; and
// which capabilities are meant where none is chosen.
function shortWords(carried, needed) {
  if (carried.length === 0) {
    return needed?.sets?.length > 1 ? [make('p', 'The first of these choices, until you choose another.', {class: 'hint'})] : [];
  }
  const {missing} = judge(needed ? chosenCalls() : [], closureOfAll(carried));
  if (missing.length === 0) {
    return [];
  }
  const words = make('p', 'Not enough for what it must do: misses ', {class: 'warn'});
  const add = make('button', 'Add', {type: 'button', 'aria-label': 'Add ' + missing.join(' and ')});
  add.addEventListener('click', () => {
    carry([...carried, ...missing]);
    builder.focus();
  });
  words.append(...capabilitiesNamed(missing), '. ', add);
  return [words];
}

// The command that creates a token, for a shell as POSIX has it, in words that stay on one line.
function command(raws) {
  const quoted = (raw) => (/^[\w@%+=:./-]+$/.test(raw) ? raw : "'" + raw.replaceAll("'", "'\\''") + "'");
  const options = raws.map((raw) => (raw.startsWith('-') ? '--capability=' : '-c ') + quoted(raw));
  return listed(['warder token create my-token', ...options].map((word) => make('span', word)), ' ');
}

// Two things to do that need different capabilities; the first is one that the provider documents
// with too little, where there is one.
function exampleRows() {
  const things = [
    ...data.commands.map((entry, i) => ({row: commandRows[i], calls: entry.calls, understates: entry.differences.some((each) => each.understates)})),
    ...data.operations.map((entry, i) => ({row: operationRows[i], calls: [entry.operation], understates: false})),
  ].filter(({calls}) => calls.some((call) => Array.isArray(requirement(call))) && calls.every((call) => requirement(call) !== 'unmapped'));
  const first = things.find((each) => each.understates) ?? things[0];
  const held = closureOfAll((first && needs(first.calls).sets?.[0]) ?? []);
  const second = things.find(({calls}) => {
    const {missing} = judge(calls, held);
    return missing.length > 0 && missing.every((raw) => !capabilities.get(raw).escalates);
  });
  return [first, second].filter((each) => each);
}

function showExample() {
  const things = exampleRows();
  const sets = needs([...new Set(things.flatMap((each) => each.calls))]).sets;
  if (things.length === 0 || sets === null) {
    part('example-title').hidden = true;
    return;
  }
  const names = things.map(({row}) => make('code', row.querySelector('th label').textContent));
  const words = make('p', 'A token for ');
  words.append(...listed(names, ' and '), ' needs at least:');
  const pre = make('pre', '');
  pre.append(make('code', ''));
  pre.firstChild.append(...command(sets[0]));
  const button = make('button', 'Try this example', {type: 'button'});
  button.addEventListener('click', () => {
    things.forEach(({row}) => choose(row, true));
    changed();
    builder.focus();
  });
  part('example').append(words, leastList(sets.slice(0, 1)), make('p', 'This command creates it:'), pre, button);
}

// A text that cannot be copied is selected instead.
async function copy(id) {
  const text = part(id);
  try {
    await navigator.clipboard.writeText(text.textContent);
    part('copied').textContent = 'Copied.';
  } catch {
    text.parentNode.hidden = false;
    getSelection().selectAllChildren(text);
    part('copied').textContent = 'The browser did not allow copying. The text is selected: press Ctrl+C, on a Mac Command+C.';
  }
}

function clear(button, rows) {
  part(button).addEventListener('click', () => {
    rows().forEach((row) => choose(row, false));
    changed();
    builder.focus();
  });
}
clear('wanted-clear', wantedRows);
clear('carried-clear', chosenCapabilityRows);
builder.querySelectorAll('[data-copies]').forEach((button) => button.addEventListener('click', () => copy(button.dataset.copies)));
