/** Somebody as a mail program names them. `email` is what stands in its place, also where that is no address. */
export interface Person {
  readonly email: string;
  /** Empty where there is none. */
  readonly name: string;
}

// WHATWG's rule for <input type=email>, with letters of all languages in the domain and a dot in it.
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const address = new RegExp(String.raw`^[\w.!#$%&'*+/=?^${'`'}{|}~-]+@${label}(?:\.${label})+$`, 'u');

/** What nobody sees: control characters, marks of direction, soft hyphens; not what joins the letters of a name. */
const invisible = /(?![\s\u200C\u200D])[\p{Cf}\p{Cc}]/gu;

/** A text as it is seen: without characters that nobody sees, spaces of all kinds as one. */
export function seen(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** An address as it is seen. Nothing is joined in it. */
export function seenAddress(text: string): string {
  return seen(text).replace(/[\u200C\u200D]/g, '');
}

/** Whether a text is an e-mail address that a portal in the internet can write to. */
export function isAddress(text: string): boolean {
  return address.test(text);
}

/** What two addresses are compared by: in small letters, the domain as the DNS has it. */
export function addressKey(email: string): string {
  const text = seenAddress(email).normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 0) return text;
  const domain = text.slice(at + 1);
  return `${text.slice(0, at)}@${URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain}`;
}

/**
 * Reads addresses as people write and paste them: one a line, or with commas, semicolons or spaces between them, with names before
 * or behind, `mailto:` and punctuation around. What holds no address comes as an `email` that is none, so that nothing is lost.
 */
export function readPeople(text: string): Person[] {
  return text.split(/[\r\n\u2028\u2029]+/).flatMap((line) => readLine(line));
}

function readLine(line: string): Person[] {
  const people: Person[] = [];
  // "Lovelace, Ada <ada@…>": what has no address of its own is the beginning of the name before the next one in brackets.
  let before: string[] = [];
  for (const part of split(line)) {
    if (!part.includes('@')) {
      before.push(part);
      continue;
    }
    const isName = /^[^@]*<[^<>]*@/.test(part);
    people.push(...(isName ? [] : before.map(unread)));
    people.push(...readPart(isName ? [...before, part].join(', ') : part));
    before = [];
  }
  return [...people, ...before.map(unread)];
}

/** Takes a line apart at commas, semicolons and tabs that stand neither in quotes nor in brackets. */
function split(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  let isBracketed = false;
  // A quote that is never closed quotes nothing.
  let quotes = (line.match(/"/g) ?? []).length;
  for (const character of line) {
    if (character === '"') {
      quotes--;
      isQuoted = !isQuoted && quotes > 0;
    } else if (!isQuoted && (character === '<' || character === '>')) isBracketed = character === '<';
    const isEnd = character === ';' || character === '\t' || (character === ',' && !isBracketed);
    if (isEnd && !isQuoted) {
      parts.push(part);
      part = '';
      isBracketed = false;
    } else part += character;
  }
  return [...parts, part].map(seen).filter((one) => one !== '');
}

/** Reads what stands between two commas: one address with a name, or several with spaces between them. */
function readPart(part: string): Person[] {
  const bracketed = /^([^<>]*)<([^<>]*)>([^<>@]*)$/.exec(part);
  const [, before = '', email = '', behind = ''] = bracketed ?? [];
  if (email.includes('@')) {
    return [{email: bare(email), name: nameOf(before) || nameOf(behind)}];
  }
  const people: {email: string; name: string[]}[] = [];
  let words: string[] = [];
  for (const word of part.split(/\s+/)) {
    if (!word.includes('@')) words.push(word);
    else {
      people.push({email: bare(word), name: words});
      words = [];
    }
  }
  // Of one address the name may stand behind it.
  const [first] = people;
  if (people.length === 1 && first && first.name.length === 0) first.name = words;
  else if (words.length > 0) people.push({email: words.join(' '), name: []});
  return people.map(({email, name}) => ({email, name: nameOf(name.join(' '))}));
}

/** An address without what stands around it in a text. */
function bare(text: string): string {
  const plain = stripped(seenAddress(text), ` <('"[`, ` >)'"].,;:!?`);
  return /^mailto:/i.test(plain) ? plain.slice('mailto:'.length).replace(/\?.*$/, '') : plain;
}

/** A text without certain characters at its ends. An expression would take time by the square of a text that is meant to hurt. */
function stripped(text: string, before: string, behind: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text.charAt(start))) start++;
  while (end > start && behind.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function nameOf(text: string): string {
  return stripped(text, ` "'(,:–-`, ` "'),:–-`).replaceAll('\\"', '"');
}

function unread(text: string): Person {
  return {email: text, name: ''};
}
