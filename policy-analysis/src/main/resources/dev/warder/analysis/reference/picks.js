
// What is chosen. A command is chosen together with those of its cases that are.
const [capabilityRows, operationRows, commandRows] = tables.map((each) => each.rows);
const chosen = {capabilities: new Set(), operations: new Set(), commands: new Map()};

// A command's own box stands outside its cases; one that calls nothing but in cases has none.
function ownBox(row) {
  return [...row.querySelectorAll('input')].find((box) => !box.closest('.when'));
}

function caseBoxes(row) {
  return [...row.querySelectorAll('.when input')];
}

// Sets the boxes of a row: its own, and those of these cases.
function choose(row, isChosen, cases = []) {
  caseBoxes(row).forEach((box, k) => {
    box.checked = isChosen && cases.includes(k);
  });
  const own = ownBox(row);
  if (own) {
    own.checked = isChosen;
  }
  take(row);
}

// Takes the boxes of a row over into what is chosen.
function take(row) {
  const isChosen = [...row.querySelectorAll('input')].some((box) => box.checked);
  row.classList.toggle('is-chosen', isChosen);
  const i = Number(row.dataset.i);
  if (row.dataset.kind === 'command') {
    const cases = caseBoxes(row).flatMap((box, k) => (box.checked ? [k] : []));
    isChosen ? chosen.commands.set(i, cases) : chosen.commands.delete(i);
  } else {
    const set = row.dataset.kind === 'capability' ? chosen.capabilities : chosen.operations;
    isChosen ? set.add(i) : set.delete(i);
  }
}

function inCatalogueOrder(places) {
  return [...places].sort((a, b) => a - b);
}

function chosenRaws() {
  return inCatalogueOrder(chosen.capabilities).map((i) => data.capabilities[i].capability);
}

function chosenCapabilityRows() {
  return [...chosen.capabilities].map((i) => capabilityRows[i]);
}

function wantedRows() {
  return [...inCatalogueOrder(chosen.operations).map((i) => operationRows[i]), ...[...chosen.commands.keys()].map((i) => commandRows[i])];
}

// The names of the cases in which a command is chosen.
function caseNames(i) {
  return chosen.commands.get(i).map((k) => data.commands[i].when[k].name);
}

function chosenCalls() {
  const calls = inCatalogueOrder(chosen.operations).map((i) => data.operations[i].operation);
  for (const [i, cases] of chosen.commands) {
    const entry = data.commands[i];
    calls.push(...entry.calls, ...cases.flatMap((k) => entry.when[k].calls));
  }
  const byName = new Map(calls.map((call) => [typeof call + callName(call), call]));
  return [...byName.values()];
}

// A case is chosen with its command, and given up with it.
document.getElementById('main').addEventListener('change', (event) => {
  const row = event.target.closest('[data-kind]');
  if (!row) {
    return;
  }
  const own = ownBox(row);
  if (own && event.target !== own && event.target.checked) {
    own.checked = true;
  } else if (own && event.target === own && !own.checked) {
    caseBoxes(row).forEach((box) => {
      box.checked = false;
    });
  }
  take(row);
  changed();
});
