
// The entries of the three tables, and the search over them.
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
  table('capabilities', data.capabilities, (entry) => [entry.capability, entry.label],
    (entry) => [entry.category, ...(entry.implies ?? []), entry.escalates ?? '']),
  table('operations', data.operations, (entry) => [entry.method + ' ' + entry.path, entry.path, entry.operation, entry.summary],
    (entry) => requiredWords([entry.operation])),
  table('commands', data.commands, (entry) => [entry.command, ...(entry.aliases ?? []), ...(entry.former ?? [])],
    (entry) => [
      ...requiredWords(entry.calls),
      ...entry.when.flatMap((each) => [each.name, each.condition, ...requiredWords(each.calls)]),
      ...(entry.differences.some((each) => each.understates) ? ['leaves out'] : []),
    ]),
];

function table(id, entries, namesOf, wordsOf) {
  const section = document.getElementById(id);
  const rows = [];
  section?.querySelectorAll('[data-kind]').forEach((row) => {
    rows[Number(row.dataset.i)] = row;
  });
  const names = entries.map((entry) => namesOf(entry).map((name) => name.toLowerCase()));
  return {
    id,
    section,
    rows,
    names,
    texts: entries.map((entry, i) => [...names[i], ...wordsOf(entry).map((word) => word.toLowerCase())].join('\n')),
    groups: [...(section?.querySelectorAll('.group') ?? [])],
    element: section?.querySelector('table'),
    after: section?.querySelector('.more'),
    none: section?.querySelector('.none'),
    most: ROWS_AT_ONCE,
    found: [],
    best: Infinity,
    shown: new Set(),
    moved: [],
  };
}

const box = document.getElementById('search');
const foundText = document.getElementById('found');
let vocabulary = null;
let spellings = [];

function search() {
  const phrase = box.value.toLowerCase().trim().split(/\s+/).join(' ');
  let terms = phrase === '' ? [] : phrase.split(' ').map((term) => [term]);
  let isNear = false;
  if (!find(phrase, terms)) {
    vocabulary ??= [...new Set(tables.flatMap((each) => each.texts).join('\n').split(NOT_IN_WORDS))];
    terms = terms.flatMap(([term]) => nearTerms(term, vocabulary));
    isNear = terms.length > 0 && find(phrase, terms);
  }
  spellings = terms.flat();
  for (const each of tables) {
    each.most = ROWS_AT_ONCE;
    show(each);
  }
  arrangeSections();
  const counts = tables
    .filter((each) => (isNear ? each.found : each.rows).length > 0)
    .map((each) => count(each.found.length, each.id))
    .join(', ');
  foundText.textContent = phrase === '' ? '' : (isNear ? 'Nothing has these words. Nearest: ' : '') + counts;
  mark();
}

// Finds what fits, the best first, and says whether anything does.
function find(phrase, terms) {
  for (const each of tables) {
    const ranks = each.texts.map((text, i) => (terms.length === 0 ? 0 : rank(each.names[i], text, phrase, terms)));
    each.found = [...ranks.keys()].filter((i) => ranks[i] < Infinity).sort((a, b) => ranks[a] - ranks[b] || a - b);
    each.best = each.found.length === 0 ? Infinity : ranks[each.found[0]];
  }
  return tables.some((each) => each.found.length > 0);
}

function count(number, plural) {
  const noun = number !== 1 ? plural : plural === 'capabilities' ? 'capability' : plural.slice(0, -1);
  return number.toLocaleString('en') + ' ' + noun;
}

// Touches only the rows that appear or disappear, so that a table may have many.
function show(each) {
  const order = each.found.slice(0, each.most);
  const shown = new Set(order.map((i) => each.rows[i]));
  each.shown.forEach((row) => shown.has(row) || row.classList.add('out'));
  shown.forEach((row) => row.classList.remove('out'));
  each.shown = shown;
  if (!each.element) {
    return;
  }
  arrangeRows(each, order);
  const groups = new Set([...shown].map((row) => row.closest('.group')));
  each.groups.forEach((group) => hide(group, !groups.has(group)));
  hide(each.element, shown.size === 0);
  hide(each.none, shown.size > 0);
  hide(each.after, each.found.length <= shown.size);
  each.after.querySelector('span').textContent =
    shown.size.toLocaleString('en') + ' of ' + count(each.found.length, each.id) + ' shown.';
}

// Puts the best rows first, and those that were put first before back into their places.
function arrangeRows(each, order) {
  const body = each.element.tBodies[0];
  if (each.groups.length > 0) {
    arrange(body, [...new Set([...order.map((i) => each.rows[i].closest('.group')), ...each.groups])]);
    return;
  }
  each.moved.sort((a, b) => b - a).forEach((i) => body.insertBefore(each.rows[i], each.rows[i + 1] ?? null));
  each.moved = order.every((i, k) => k === 0 || order[k - 1] < i) ? [] : order;
  body.prepend(...each.moved.map((i) => each.rows[i]));
}

function arrange(parent, children) {
  if (children.some((child, i) => parent.children[i] !== child)) {
    parent.append(...children);
  }
}

// Puts the section with the best row first.
function arrangeSections() {
  const sections = tables.filter((each) => each.section).sort((a, b) => (a.best === b.best ? 0 : a.best - b.best)).map((each) => each.section);
  arrange(document.getElementById('main'), sections);
}

// Sets nothing that is so already, since the browser would look at all rows again.
function hide(element, isHidden) {
  if (element.hidden !== isHidden) {
    element.hidden = isHidden;
  }
}

// Shows where the terms stand, in the browsers that can without touching the rows.
function mark() {
  if (!globalThis.Highlight) {
    return;
  }
  const ranges = [];
  for (const row of spellings.length === 0 ? [] : tables.flatMap((each) => [...each.shown])) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.toLowerCase();
      for (const term of spellings) {
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
    mark();
  });
}
box.addEventListener('input', () => {
  search();
  const main = document.getElementById('main');
  if (main.getBoundingClientRect().top < 0) {
    main.scrollIntoView({behavior: 'instant'});
  }
});
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
