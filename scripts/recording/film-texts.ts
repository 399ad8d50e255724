import type {Text} from './captions.ts';

/** What the film says, by the step that it is said at. Two lines of 42 characters at most; a reader needs to keep up. */
export const captions = {
  welcome: {
    en: 'This is how you write a purchase order\nin the partner portal.',
    de: 'So schreiben Sie eine Bestellung\nim Partnerportal.',
  },
  open: {
    en: 'Open your purchase orders …',
    de: 'Öffnen Sie Ihre Bestellungen …',
  },
  new: {
    en: '… and begin a new one.',
    de: '… und beginnen Sie eine neue.',
  },
  reference: {
    en: 'Add a reference of your own …',
    de: 'Ergänzen Sie Ihre eigene Referenz …',
  },
  date: {
    en: '… and the day you need the goods.',
    de: '… und den Tag, an dem Sie\ndie Ware brauchen.',
  },
  search: {
    en: 'Type a word or two. The catalogue\nanswers while you are typing.',
    de: 'Geben Sie ein, zwei Stichwörter ein:\nDer Katalog antwortet schon beim Tippen.',
  },
  choose: {
    en: 'Choose with the arrow keys and Enter.\nYou can leave the mouse alone.',
    de: 'Wählen Sie mit den Pfeiltasten und Enter.\nDie Maus brauchen Sie dafür nicht.',
  },
  quantity: {
    en: 'Then the quantity.\nEnter takes you to the next line.',
    de: 'Dann die Menge. Mit Enter\ngeht es in die nächste Zeile.',
  },
  own: {
    en: 'Your own item numbers\nwork just as well.',
    de: 'Ihre eigenen Artikelnummern\ngelten genauso.',
  },
  hint: {
    en: 'Sixty will not do: this item\nis sold in multiples of 25.',
    de: '60 Stück gehen nicht: Diesen Artikel\ngibt es nur in Vielfachen von 25.',
  },
  mend: {
    en: 'Correct the quantity,\nand the note goes away.',
    de: 'Ändern Sie die Menge,\nund der Hinweis verschwindet.',
  },
  copy: {
    en: 'Is the list in a spreadsheet already?\nCopy its rows …',
    de: 'Steht die Liste schon in einer Tabelle?\nKopieren Sie deren Zeilen …',
  },
  paste: {
    en: '… and paste them into the next free line.',
    de: '… und fügen Sie sie\nin die nächste freie Zeile ein.',
  },
  estimate: {
    en: 'The total is an estimate\nthat grows along with your order.',
    de: 'Die geschätzte Summe\nwächst mit Ihrer Bestellung mit.',
  },
  review: {
    en: 'Review the order before you send it.',
    de: 'Prüfen Sie die Bestellung,\nbevor Sie sie senden.',
  },
  totals: {
    en: 'The portal has calculated it\nwith your discounts and VAT.',
    de: 'Das Portal hat sie mit Ihren Rabatten\nund der Mehrwertsteuer berechnet.',
  },
  unsent: {
    en: 'Nothing has been sent yet:\nyou can still go back.',
    de: 'Noch ist nichts gesendet:\nSie können noch zurück.',
  },
  send: {
    en: 'Is everything right? Then send it.',
    de: 'Stimmt alles? Dann senden Sie\ndie Bestellung ab.',
  },
  number: {
    en: 'The portal has received your order\nand tells you its number.',
    de: 'Das Portal hat Ihre Bestellung erhalten\nund nennt Ihnen ihre Nummer.',
  },
  list: {
    en: 'You find it at the top\nof your purchase orders.',
    de: 'Sie finden sie ganz oben\nin der Liste Ihrer Bestellungen.',
  },
} as const satisfies Record<string, Text>;

/** The parts of the film. */
export const chapters = {
  find: {en: 'Find the order form', de: 'Das Bestellformular finden'},
  head: {en: 'Reference and delivery date', de: 'Referenz und Liefertermin'},
  lines: {en: 'Write lines', de: 'Zeilen eingeben'},
  paste: {en: 'Paste from a spreadsheet', de: 'Aus einer Tabelle einfügen'},
  review: {en: 'Review', de: 'Prüfen'},
  send: {en: 'Send and find it again', de: 'Senden und wiederfinden'},
} as const satisfies Record<string, Text>;
