import {imageUrl, mailUrl, phoneUrl, safeUrl, websiteUrl} from '../src/ui/safe-url.ts';
import {describe, expect, it} from './support/index.ts';

/** What has to be no link at all, whoever writes it and however. */
const hostile = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'javascript://https://portal.example/%0aalert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://portal.example/1b2c',
  'file:///etc/passwd',
  'ftp://portal.example/',
  'view-source:https://portal.example/',
  'intent://scan/#Intent;scheme=zxing;end',
  'ms-msdt:/id',
  'tel:+491',
  'https://',
  'https://[1',
  '',
];

describe('safeUrl', () => {
  for (const address of hostile) {
    it(`gives none for ${JSON.stringify(address)}`, () => {
      expect(safeUrl(address)).to.be.undefined;
    });
  }

  it('gives none where there is none', () => {
    expect(safeUrl(undefined)).to.be.undefined;
  });

  it('gives the web and mail as they are, and what is relative from the page', () => {
    expect(safeUrl('https://portal.example/terms?v=2#top')).to.equal('https://portal.example/terms?v=2#top');
    expect(safeUrl('http://portal.example')).to.equal('http://portal.example/');
    expect(safeUrl('mailto:a@b.example')).to.equal('mailto:a@b.example');
    expect(safeUrl('/terms')).to.equal(`${location.origin}/terms`);
    expect(safeUrl('//portal.example/terms')).to.equal(`${location.protocol}//portal.example/terms`);
  });
});

describe('websiteUrl', () => {
  for (const address of [
    ...hostile,
    'mailto:a@b.example',
    'https://bank.example@evil.example/',
    'not a website',
    undefined,
  ]) {
    it(`gives none for ${JSON.stringify(address)}`, () => {
      expect(websiteUrl(address)).to.be.undefined;
    });
  }

  for (const [written, url] of [
    ['www.example.com', 'https://www.example.com/'],
    ['example.com/shop?a=1', 'https://example.com/shop?a=1'],
    ['//example.com', 'https://example.com/'],
    ['http://example.com', 'http://example.com/'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
  ] as const) {
    it(`reads ${written} as people write it`, () => {
      expect(websiteUrl(written)).to.equal(url);
    });
  }
});

describe('mailUrl', () => {
  for (const address of [
    'a@b.example?subject=x',
    'a@b.example&bcc=c@d.example',
    'a@b.example,c@d.example',
    'a@b.example;c@d.example',
    'A <a@b.example>',
    'a@b@c.example',
    'a\r\nbcc:c@d.example',
    'a b@c.example',
    'javascript:alert(1)@b.example',
    'nobody',
    '@b.example',
    'a@',
    '',
    undefined,
  ]) {
    it(`gives none for ${JSON.stringify(address)}`, () => {
      expect(mailUrl(address)).to.be.undefined;
    });
  }

  it('writes to one person, whatever letters they have', () => {
    expect(mailUrl('miriam.vogt@kessler.example')).to.equal('mailto:miriam.vogt@kessler.example');
    expect(mailUrl('o+tag%41@b.example')).to.equal('mailto:o%2Btag%2541@b.example');
    expect(mailUrl('größe@b.example')).to.equal('mailto:gr%C3%B6%C3%9Fe@b.example');
  });
});

describe('phoneUrl', () => {
  for (const phone of [
    'javascript:alert(1)',
    'ask Miriam',
    '12',
    '+49 7522 555 0;phone-context=evil.example',
    '+49 7522 555 0, 0123456789',
    '*#06#',
    '12345678901234567',
    '++49 123',
    '49+123 456',
    '',
    undefined,
  ]) {
    it(`gives none for ${JSON.stringify(phone)}`, () => {
      expect(phoneUrl(phone)).to.be.undefined;
    });
  }

  for (const [written, url] of [
    ['+49 7522 555 0', 'tel:+4975225550'],
    ['+49 (0)7522 555-31', 'tel:+49752255531'],
    ['07522/555.0', 'tel:075225550'],
    [' (030) 123 456 ', 'tel:030123456'],
    ['+1 212 555 0100 ext. 42', 'tel:+12125550100;ext=42'],
    ['+1 212 555 0100 x42', 'tel:+12125550100;ext=42'],
  ] as const) {
    it(`calls ${written}`, () => {
      expect(phoneUrl(written)).to.equal(url);
    });
  }
});

describe('imageUrl', () => {
  for (const address of [...hostile, 'mailto:a@b.example', 'http://logos.example/a.png', undefined]) {
    it(`gives none for ${JSON.stringify(address)}`, () => {
      expect(imageUrl(address)).to.be.undefined;
    });
  }

  it('draws what is encrypted, or the page’s own', () => {
    expect(imageUrl('https://logos.example/a.png')).to.equal('https://logos.example/a.png');
    expect(imageUrl('/a.png')).to.equal(`${location.origin}/a.png`);
  });
});
