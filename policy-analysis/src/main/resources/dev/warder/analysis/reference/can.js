
// What a token with some capabilities is allowed, and what it misses.

// {allowed, unmapped, missing}: missing is the smallest addition for these calls.
function judge(calls, held) {
  const answer = {allowed: true, unmapped: [], missing: []};
  for (const call of calls) {
    const required = requirement(call);
    if (required === 'unmapped') {
      answer.unmapped.push(call);
    } else if (typeof required !== 'string') {
      answer.missing.push(...addition(required, operations.get(call).preferred, held));
    }
  }
  answer.missing = inOrder(withoutImplied([...new Set(answer.missing)]));
  answer.allowed = answer.unmapped.length === 0 && answer.missing.length === 0;
  return answer;
}

// What the preferred alternative misses, unless another is held. Without a preferred one: what the
// alternative misses that misses fewest, of equally few what gives least access, then the first
// written.
function addition(alternatives, preferred, held) {
  const isHeld = alternatives.some((all) => all.every((raw) => held.has(raw)));
  let smallest = null;
  for (const all of preferred && !isHeld ? [preferred] : alternatives) {
    const missing = withoutImplied(all.filter((raw) => !held.has(raw)));
    if (smallest === null || (missing.length - smallest.length || compare(ranks(missing), ranks(smallest))) < 0) {
      smallest = missing;
    }
  }
  return smallest;
}

// Every operation and command, judged for these capabilities.
function can(raws) {
  const held = closureOfAll(raws);
  return {
    operations: data.operations.map((entry, i) => ({i, ...judge([entry.operation], held)})),
    commands: data.commands.map((entry, i) => ({i, ...judgeCommand(entry, held)})),
  };
}

// A command that calls nothing but in conditions is allowed where one of them is.
function judgeCommand(entry, held) {
  const when = entry.when.map((each) => ({name: each.name, ...judge([...entry.calls, ...each.calls], held)}));
  const always = judge(entry.calls, held);
  const allowed = entry.calls.length > 0 ? always.allowed : when.some((each) => each.allowed);
  return {...always, allowed, when};
}
