
// How well an entry fits what is searched for, and words that are nearly a term.
const MOST_NEAR = 8;
const LONGEST_NEAR = 64;
const NOT_IN_WORDS = /[^\p{L}\p{N}]+/u;

// 0 is a name, 3 has all terms in its names, 5 has them anywhere, and Infinity does not fit. A term
// is a list of spellings, of which one is enough.
function rank(names, text, phrase, terms) {
  const has = (terms, text) => terms.every((spellings) => spellings.some((each) => text.includes(each)));
  if (!has(terms, text)) {
    return Infinity;
  }
  const kinds = [
    () => names.some((name) => name === phrase),
    () => names.some((name) => name.startsWith(phrase)),
    () => names.some((name) => name.includes(phrase)),
    () => has(terms, names.join('\n')),
    () => text.includes(phrase),
  ];
  const kind = kinds.findIndex((fits) => fits());
  return kind < 0 ? kinds.length : kind;
}

// The words of a term, each with the words of the catalogue that are nearest to it.
function nearTerms(term, vocabulary) {
  return term.split(NOT_IN_WORDS).filter((word) => word !== '').map((word) => [word, ...nearWords(word, vocabulary)]);
}

function nearWords(word, vocabulary) {
  const most = word.length < 3 || word.length > LONGEST_NEAR ? 0 : word.length < 7 ? 1 : 2;
  if (most === 0) {
    return [];
  }
  const near = vocabulary
    .map((other) => ({other, steps: distance(word, other.slice(0, word.length + most))}))
    .filter(({steps}) => steps <= most);
  const least = Math.min(...near.map(({steps}) => steps));
  return near.filter(({steps}) => steps === least).slice(0, MOST_NEAR).map(({other}) => other);
}

// How many letters are put in, left out, replaced or swapped at least, to make a word the beginning
// of another.
function distance(word, other) {
  let before = [];
  let row = Array.from({length: other.length + 1}, (_, j) => j);
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1] + (word[i - 1] === other[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, replaced);
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}
