
// What is chosen, kept in the page's address behind '#', so that a link brings it back:
// #build?capability=read:app&operation=list-apps&command=ably+queues+list&case=app
const CHOICES = '#build?';

// Browsers refuse an address that changes too often.
const MILLISECONDS_BETWEEN = 400;

// Anybody can write a link: this much of it is shown.
const MOST_LACKING = 5;
const MOST_OF_A_NAME = 60;

function encoded(name) {
  return encodeURIComponent(name).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%20', '+');
}

// Returns the end of the address; nothing where nothing is chosen.
function fragment() {
  const parts = [
    ...chosenRaws().map((raw) => 'capability=' + encoded(raw)),
    ...inCatalogueOrder(chosen.operations).map((i) => 'operation=' + encoded(data.operations[i].operation)),
    ...[...chosen.commands.keys()].flatMap((i) =>
      ['command=' + encoded(data.commands[i].command), ...caseNames(i).map((name) => 'case=' + encoded(name))]),
  ];
  return parts.length === 0 ? '' : CHOICES + parts.join('&');
}

function link() {
  return location.href.split('#')[0] + fragment();
}

let waiting = 0;

// The address of a row or section stays where nothing is chosen.
function remember() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const isOurs = location.hash === '' || location.hash.startsWith(CHOICES);
    if (location.hash !== fragment() && (isOurs || fragment() !== '')) {
      history.replaceState(null, '', link());
    }
  }, MILLISECONDS_BETWEEN);
}

// Chooses what the address names, and nothing else. What the catalogue lacks is told.
function recall() {
  const lacking = [];
  let command = null;
  [...chosenCapabilityRows(), ...wantedRows()].forEach((row) => choose(row, false));
  for (const [key, name] of new URLSearchParams(location.hash.slice(CHOICES.length))) {
    command = key === 'case' ? command : key === 'command' ? commands.get(name) : null;
    const entry = key === 'capability' ? capabilities.get(name) : key === 'operation' ? operations.get(name) : command;
    const k = key === 'case' ? command?.when.findIndex((each) => each.name === name) ?? -1 : 0;
    if (!entry || k < 0) {
      lacking.push(name);
    } else if (key === 'case') {
      choose(commandRows[command.i], true, [...(chosen.commands.get(command.i) ?? []), k]);
    } else if (key !== 'command' || (entry.calls.length > 0 && !chosen.commands.has(entry.i))) {
      choose({capability: capabilityRows, operation: operationRows, command: commandRows}[key][entry.i], true);
    }
  }
  tellLacking(lacking);
}

function tellLacking(names) {
  const element = document.getElementById('lacking');
  element.hidden = names.length === 0;
  const shown = names.slice(0, MOST_LACKING).map((name) => make('code', shortened(name)));
  const more = names.length > MOST_LACKING ? ` and ${names.length - MOST_LACKING} more.` : '.';
  element.replaceChildren('The link also names what this catalogue does not have: ', ...listed(shown, ', '), more);
}

function shortened(name) {
  return name.length > MOST_OF_A_NAME ? name.slice(0, MOST_OF_A_NAME) + '…' : name;
}

addEventListener('hashchange', () => {
  if (!location.hash.startsWith(CHOICES)) {
    reveal();
    remember();
  } else if (location.hash !== fragment()) {
    recall();
    changed();
  }
});
