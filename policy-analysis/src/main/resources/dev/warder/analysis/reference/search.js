
// The rows of the three tables, and the search over them.
const ROWS_AT_ONCE = 100;

function labels(raws) {
  return raws.map((raw) => capabilities.get(raw).label);
}

function named(requires) {
  return typeof requires === 'string' ? [requires] : requires.flat();
}

function requiredWords(calls) {
  return calls.flatMap((call) => {
    const raws = requirement(call);
    return [callName(call), ...named(raws), ...(typeof raws === 'string' ? [] : labels(raws.flat()))];
  });
}

const tables = [
  table('capabilities', data.capabilities, (entry) =>
    [entry.capability, entry.label, entry.category, ...(entry.implies ?? []), entry.escalates ?? '']),
  table('operations', data.operations, (entry) =>
    [entry.method + ' ' + entry.path, entry.summary, ...requiredWords([entry.operation])]),
  table('commands', data.commands, (entry) => [
    entry.command, ...(entry.aliases ?? []), ...(entry.former ?? []), ...requiredWords(entry.calls),
    ...entry.when.flatMap((each) => [each.name, each.condition, ...requiredWords(each.calls)]),
    ...(entry.differences.some((each) => each.understates) ? ['leaves out'] : []),
  ]),
];

function table(id, entries, words) {
  const section = document.getElementById(id);
  return {
    id,
    rows: [...(section?.querySelectorAll('tbody tr:not(.group)') ?? [])],
    texts: entries.map((entry) => words(entry).join('\n').toLowerCase()),
    groups: [...(section?.querySelectorAll('tbody') ?? [])],
    element: section?.querySelector('table'),
    after: section?.querySelector('.more'),
    none: section?.querySelector('.none'),
    most: ROWS_AT_ONCE,
    found: [],
    shown: new Set(),
  };
}

const box = document.getElementById('search');
const foundText = document.getElementById('found');

function terms() {
  return box.value.toLowerCase().split(/\s+/).filter((term) => term !== '');
}

function search() {
  const wanted = terms();
  for (const each of tables) {
    each.most = ROWS_AT_ONCE;
    each.found = [];
    each.texts.forEach((text, i) => {
      if (wanted.every((term) => text.includes(term))) {
        each.found.push(i);
      }
    });
    show(each);
  }
  foundText.textContent = wanted.length === 0 ? '' : tables
    .filter((each) => each.rows.length > 0)
    .map((each) => count(each.found.length, each.id)).join(', ');
  mark(wanted);
}

function count(number, plural) {
  const noun = number !== 1 ? plural : plural === 'capabilities' ? 'capability' : plural.slice(0, -1);
  return number.toLocaleString('en') + ' ' + noun;
}

// Touches only the rows that appear or disappear, so that a table may have many.
function show(each) {
  const shown = new Set(each.found.slice(0, each.most).map((i) => each.rows[i]));
  each.shown.forEach((row) => shown.has(row) || row.classList.add('out'));
  shown.forEach((row) => row.classList.remove('out'));
  each.shown = shown;
  if (!each.element) {
    return;
  }
  const groups = new Set([...shown].map((row) => row.parentNode));
  each.groups.forEach((group) => hide(group, !groups.has(group)));
  hide(each.element, shown.size === 0);
  hide(each.none, shown.size > 0);
  hide(each.after, each.found.length <= shown.size);
  each.after.querySelector('span').textContent =
    shown.size.toLocaleString('en') + ' of ' + count(each.found.length, each.id) + ' shown.';
}

// Sets nothing that is so already, since the browser would look at all rows again.
function hide(element, isHidden) {
  if (element.hidden !== isHidden) {
    element.hidden = isHidden;
  }
}

// Shows where the terms stand, in the browsers that can without touching the rows.
function mark(wanted) {
  if (!globalThis.Highlight) {
    return;
  }
  const ranges = [];
  for (const row of wanted.length === 0 ? [] : tables.flatMap((each) => [...each.shown])) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.toLowerCase();
      for (const term of wanted) {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
          if (at + term.length <= walker.currentNode.length) {
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + term.length);
            ranges.push(range);
          }
        }
      }
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges));
}

// Brings the row that the address names into the table.
function reveal() {
  const row = location.hash && document.getElementById(location.hash.slice(1));
  const each = row && tables.find((table) => table.rows.includes(row));
  if (each && !each.shown.has(row)) {
    box.value = '';
    search();
    each.most = Math.max(each.most, each.rows.indexOf(row) + 1);
    show(each);
    row.scrollIntoView();
  }
}

for (const each of tables) {
  each.rows.forEach((row) => row.classList.contains('out') || each.shown.add(row));
  each.after?.querySelector('button').addEventListener('click', () => {
    each.most += ROWS_AT_ONCE;
    show(each);
    mark(terms());
  });
}
box.addEventListener('input', search);
document.getElementById('search-form').addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && event.target !== box) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === 'Escape' && event.target === box) {
    box.value = '';
    search();
  }
});
addEventListener('hashchange', reveal);
