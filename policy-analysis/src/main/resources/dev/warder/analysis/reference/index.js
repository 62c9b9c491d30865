
// The catalogue, by name.
const data = JSON.parse(document.getElementById('data').textContent);
const capabilities = new Map(data.capabilities.map((entry, i) => [entry.capability, {...entry, i}]));
const operations = new Map(data.operations.map((entry, i) => [entry.operation, {...entry, i}]));
const commands = new Map(data.commands.map((entry, i) => [entry.command, {...entry, i}]));

const closures = new Map();

// The capability and all that it implies, directly or through others.
function closure(raw) {
  let closed = closures.get(raw);
  if (!closed) {
    closed = new Set([raw]);
    for (const each of closed) {
      (capabilities.get(each).implies ?? []).forEach((below) => closed.add(below));
    }
    closures.set(raw, closed);
  }
  return closed;
}

function closureOfAll(raws) {
  return new Set([...raws].flatMap((raw) => [...closure(raw)]));
}

// Those that no other of them implies.
function withoutImplied(raws) {
  const implied = new Set(raws.flatMap((raw) => [...closure(raw)].filter((below) => below !== raw)));
  return raws.filter((raw) => !implied.has(raw));
}

// What a call requires; one that no document describes is unmapped.
function requirement(call) {
  return typeof call === 'string' ? operations.get(call).requires : 'unmapped';
}

function callName(call) {
  return typeof call === 'string' ? call : call.unspecified;
}
