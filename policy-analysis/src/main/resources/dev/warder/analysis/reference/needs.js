
// The least capabilities for some calls.
const MOST_COMPARISONS = 1_000_000;

// {token, unmapped, sets}: whether a token is needed, the calls that nobody may make, and the least
// sets for all others, best first; no sets where they combine in too many ways.
function needs(calls) {
  const required = calls.map(requirement);
  return {
    token: required.some((each) => each !== 'public'),
    unmapped: calls.filter((call) => requirement(call) === 'unmapped'),
    sets: leastSets(required.filter((each) => typeof each !== 'string')),
  };
}

function leastSets(requirements) {
  const members = [...new Set(requirements.flat(2).flatMap((raw) => [...closure(raw)]))];
  const bits = new Map(members.map((raw, i) => [raw, 1n << BigInt(i)]));
  const closed = (all) => [...closureOfAll(all)].reduce((set, raw) => set | bits.get(raw), 0n);
  let left = MOST_COMPARISONS;

  // Those of which no other is a part.
  function minimal(sets) {
    let kept = [];
    for (const set of new Set(sets)) {
      left -= kept.length;
      if (left < 0) {
        return null;
      }
      if (!kept.some((other) => (set & other) === other)) {
        kept = kept.filter((other) => (set & other) !== set);
        kept.push(set);
      }
    }
    return kept;
  }

  let sets = [0n];
  const fewestFirst = requirements.map((each) => minimal(each.map(closed)));
  if (fewestFirst.includes(null)) {
    return null;
  }
  fewestFirst.sort((a, b) => a.length - b.length);
  for (const alternatives of fewestFirst) {
    left -= sets.length * alternatives.length;
    sets = left < 0 ? null : minimal(extended(sets, alternatives));
    if (sets === null) {
      return null;
    }
  }
  return sets
    .map((set) => withoutImplied(members.filter((raw) => (set & bits.get(raw)) !== 0n)))
    .map(inOrder)
    .sort(best);
}

function extended(sets, alternatives) {
  return sets.flatMap((set) =>
    alternatives.some((each) => (set & each) === each) ? [set] : alternatives.map((each) => set | each));
}

function inOrder(raws) {
  return raws.sort((a, b) => capabilities.get(a).i - capabilities.get(b).i);
}

// Fewest first, then read before write before admin before what says nothing, then catalogue order.
function best(a, b) {
  return a.length - b.length || compare(ranks(a), ranks(b)) || compare(ordinals(a), ordinals(b));
}

// The greatest access first, since one write weighs more than any number of reads.
function ranks(set) {
  const order = ['read', 'write', 'admin', undefined];
  return set.map((raw) => order.indexOf(capabilities.get(raw).access)).sort((a, b) => b - a);
}

function ordinals(set) {
  return set.map((raw) => capabilities.get(raw).i);
}

function compare(a, b) {
  const i = a.findIndex((each, k) => each !== b[k]);
  return i < 0 ? 0 : a[i] - b[i];
}
