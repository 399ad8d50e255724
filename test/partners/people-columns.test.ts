import {readTable, readText} from '../../src/partners/people-columns.ts';
import type {PartnerType} from '../../src/portal/contract/index.ts';
import {describe, expect, it} from '../support/index.ts';

const types: readonly PartnerType[] = [
  {
    type: 'customer',
    label: 'Kunde',
    areas: [
      {key: 'orders', label: 'Bestellungen', default: true},
      {key: 'invoices', label: 'Rechnungen und Gutschriften', default: false},
    ],
  },
  {type: 'vendor', label: 'Vendor', areas: [{key: 'orders', label: 'Orders', default: true}]},
];
const cells = (text: string, delimiter: string) => text.split(/\r?\n/).map((line) => line.split(delimiter));
const read = (text: string) => readText(text, types, cells);

describe('Columns of people', () => {
  it('are told by their names, in English and German, in any order', () => {
    const ada = {
      email: 'ada@x.example',
      name: 'Ada Lovelace',
      partnerType: 'customer',
      areas: ['orders', 'invoices'],
      message: 'Hello',
      locale: 'de',
    };
    const table = (head: string[]) =>
      readTable(
        [
          head,
          [
            'ada@x.example',
            'Ada Lovelace',
            'kunde',
            'orders; Rechnungen und Gutschriften',
            'Hello',
            'German',
          ],
        ],
        types,
      );
    expect(table(['E-Mail', 'Name', 'Partner type', 'Areas', 'Message', 'Language'])).to.deep.equal([ada]);
    expect(
      table(['E-Mail-Adresse', 'Ansprechpartner', 'Partnerart', 'Bereiche', 'Nachricht', 'Sprache']),
    ).to.deep.equal([ada]);
  });

  it('are told by what is in them where they have no names', () => {
    expect(read('Kunde\tAda Lovelace\tada@x.example\tde')).to.deep.equal([
      {email: 'ada@x.example', name: 'Ada Lovelace', partnerType: 'customer', locale: 'de'},
    ]);
  });

  it('join first and last names', () => {
    expect(
      readTable(
        [
          ['Vorname', 'Nachname', 'Mail'],
          ['Ada', 'Lovelace', 'ada@x.example'],
        ],
        types,
      ),
    ).to.deep.equal([{email: 'ada@x.example', name: 'Ada Lovelace'}]);
    expect(read('Ada\tLovelace\tada@x.example')).to.deep.equal([
      {email: 'ada@x.example', name: 'Ada Lovelace'},
    ]);
  });

  it('keep what is not known, to be mended', () => {
    const [row] = readTable(
      [
        ['email', 'type', 'areas', 'language'],
        ['ada@x.example', 'Klient', 'Lager', 'Klingonisch'],
      ],
      types,
    );
    expect(row).to.deep.equal({
      email: 'ada@x.example',
      name: '',
      partnerType: 'Klient',
      areas: ['Lager'],
      locale: 'Klingonisch',
    });
  });

  it('give each of several addresses in a cell a row', () => {
    expect(
      readTable(
        [
          ['mail', 'type'],
          ['a@x.example; b@x.example', 'vendor'],
        ],
        types,
      ),
    ).to.deep.equal([
      {email: 'a@x.example', name: '', partnerType: 'vendor'},
      {email: 'b@x.example', name: '', partnerType: 'vendor'},
    ]);
  });

  it('leave out empty rows, and keep rows without an address', () => {
    expect(readTable([['email', 'name'], ['', ''], ['', 'Ada'], []], types)).to.deep.equal([
      {email: '', name: 'Ada'},
    ]);
    expect(readTable([], types)).to.deep.equal([]);
  });

  it('are read from a text with the names of its columns, whatever is between them', () => {
    const both = [
      {email: 'a@x.example', name: 'Ada'},
      {email: 'b@x.example', name: 'Bo'},
    ];
    expect(read('email;name\na@x.example;Ada\nb@x.example;Bo')).to.deep.equal(both);
    expect(read('Name,E-Mail\nAda,a@x.example\nBo,b@x.example')).to.deep.equal(both);
    expect(read('E-Mail\na@x.example\nb@x.example').map(({email}) => email)).to.deep.equal([
      'a@x.example',
      'b@x.example',
    ]);
  });

  it('are told from a list of addresses, without names and with some of the company\u2019s own', () => {
    const both = [
      {email: 'a@x.example', name: 'Ada Lovelace'},
      {email: 'b@x.example', name: 'Bo'},
    ];
    expect(read('Firma;Kontakt;Mail\nAcme;Ada Lovelace;a@x.example\nBetter;Bo;b@x.example')).to.deep.equal(
      both,
    );
    expect(read('a@x.example,Ada Lovelace\nb@x.example,Bo')).to.deep.equal(both);
    expect(read('Lovelace, Ada <a@x.example>\nDiddley, Bo <b@x.example>')).to.deep.equal([
      {email: 'a@x.example', name: 'Lovelace, Ada'},
      {email: 'b@x.example', name: 'Diddley, Bo'},
    ]);
    expect(read('a@x.example; b@x.example').map(({email}) => email)).to.deep.equal([
      'a@x.example',
      'b@x.example',
    ]);
  });

  it('of hostile names are names', () => {
    expect(
      readTable(
        [
          ['email', '__proto__'],
          ['a@x.example', 'constructor'],
        ],
        types,
      ),
    ).to.deep.equal([{email: 'a@x.example', name: ''}]);
  });
});
