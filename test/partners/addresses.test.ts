import fc from 'fast-check';
import {addressKey, isAddress, readPeople, seen} from '../../src/partners/addresses.ts';
import {describe, expect, it} from '../support/index.ts';

const read = (text: string) => readPeople(text).map(({email, name}) => (name ? `${name} | ${email}` : email));

describe('Addresses', () => {
  it('are what a mail server in the internet may have', () => {
    const good = [
      'ada@lovelace.example',
      "o'neil+portal@sub.example.com",
      'einkauf@müller-söhne.example',
      'x@xn--mller-kva.example',
      'm@święcicka.example',
    ];
    const bad = [
      '',
      'ada',
      'ada@',
      '@lovelace.example',
      'ada@localhost',
      'ada@lovelace..example',
      'ada@-lovelace.example',
      'ada lovelace@x.example',
      'a@b@c.example',
      'ada@lovelace.example.',
      'ada@love_lace.example',
      'ada@lovelace.example\n',
    ];
    expect(good.filter((each) => !isAddress(each))).to.deep.equal([]);
    expect(bad.filter(isAddress)).to.deep.equal([]);
  });

  it('are the same in small and in capital letters, and as the DNS writes them', () => {
    expect(addressKey(' ADA@Lovelace.Example')).to.equal(addressKey('ada@lovelace.example'));
    expect(addressKey('x@MÜLLER.example')).to.equal(addressKey('x@xn--mller-kva.example'));
    expect(addressKey('a\u200Bda@x.example')).to.equal(addressKey('ada@x.example'));
    expect(addressKey('ada@x.example')).not.to.equal(addressKey('adam@x.example'));
  });

  it('lose what nobody sees, and names do not lose what joins their letters', () => {
    expect(seen('\u202EAda\u202C \u00A0 Love\u00ADlace\u0000')).to.equal('Ada Lovelace');
    expect(seen('علی\u200Cرضا')).to.equal('علی\u200Cرضا');
  });
});

describe('Lists of addresses', () => {
  const cases: [string, string, string[]][] = [
    ['one', 'ada@x.example', ['ada@x.example']],
    ['with commas', 'a@x.example, b@x.example,c@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['one a line, Windows too', 'a@x.example\r\n\r\nb@x.example\n', ['a@x.example', 'b@x.example']],
    ['with semicolons', 'a@x.example;b@x.example;', ['a@x.example', 'b@x.example']],
    ['with spaces', 'a@x.example b@x.example', ['a@x.example', 'b@x.example']],
    ['with names', 'Ada Lovelace <ada@x.example>', ['Ada Lovelace | ada@x.example']],
    ['with quoted names', '"Lovelace, Ada" <ada@x.example>', ['Lovelace, Ada | ada@x.example']],
    [
      'with commas in names, as mail programs copy them',
      'Lovelace, Ada <ada@x.example>; Hopper, Grace <grace@x.example>',
      ['Lovelace, Ada | ada@x.example', 'Hopper, Grace | grace@x.example'],
    ],
    ['with a name before and no brackets', 'Ada Lovelace ada@x.example', ['Ada Lovelace | ada@x.example']],
    ['with a name behind', 'ada@x.example (Ada Lovelace)', ['Ada Lovelace | ada@x.example']],
    ['as links', 'mailto:ada@x.example?subject=Hi', ['ada@x.example']],
    ['at the end of a sentence', 'Please ask <ada@x.example>.', ['Please ask | ada@x.example']],
    ['with a full stop', 'ada@x.example.', ['ada@x.example']],
    ['with invisible characters', '\uFEFFada@x\u200B.example', ['ada@x.example']],
    ['with what is none', 'nobody\nada@x.example, somebody', ['nobody', 'ada@x.example', 'somebody']],
    [
      'with a quote that is never closed',
      '"Ada <ada@x.example>, b@x.example',
      ['Ada | ada@x.example', 'b@x.example'],
    ],
    ['of nothing', ' \n ,; \t', []],
  ];
  for (const [name, text, expected] of cases) {
    it(`are read ${name}`, () => {
      expect(read(text)).to.deep.equal(expected);
    });
  }

  it('lose no address, whatever stands between them', () => {
    const address = fc
      .tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/))
      .map(([local, domain]) => `${local}@${domain}.example`);
    const between = fc.constantFrom(', ', '; ', '\n', '\t', ' ', ',\r\n');
    fc.assert(
      fc.property(fc.array(address, {minLength: 1}), between, (all, separator) => {
        expect(readPeople(all.join(separator)).map(({email}) => email)).to.deep.equal(all);
      }),
    );
  });

  it('are read at once, also where they are meant to take long', () => {
    const many = 200_000;
    const texts = [`<${'@'.repeat(many)}`, `a@${'!'.repeat(many)}x`, `a${'-'.repeat(many)}b a@x.example`];
    // Each took minutes: an end is all that is asked for.
    for (const text of texts) expect(readPeople(text)).not.to.deep.equal([]);
  });

  it('are read whatever they are, and what has no address is kept to be seen', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        const people = readPeople(text);
        expect(people.map(({email, name}) => email + name)).not.to.include('');
        if (/\p{L}/u.test(seen(text))) expect(people).not.to.deep.equal([]);
      }),
    );
  });
});
