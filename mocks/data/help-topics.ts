import type {Text} from './text.ts';
import film from '../media/create-purchase-order.json' with {type: 'json'};

/** A video by the names of its files. */
export interface VideoRecord {
  /** Name that all files begin with. */
  name: string;
  /** Ends of the names of the files: height and format, the preferred one first. */
  files: readonly (readonly [height: number, format: 'webm' | 'mp4'])[];
  /** What is said. */
  transcript: Text;
}

export interface TopicRecord {
  title: Text;
  body: Text;
  video?: VideoRecord;
}

const t = (en: string, de: string): Text => ({en, de});

const FILES = [
  [720, 'webm'],
  [720, 'mp4'],
  [480, 'webm'],
] as const;

const TOPICS: ReadonlyMap<string, TopicRecord> = new Map<string, TopicRecord>([
  [
    'overview',
    {
      title: t('Welcome to the partner portal', 'Willkommen im Partnerportal'),
      body: t(
        'Here you find everything that we have done together: orders, what has been delivered, invoices and credit memos.\n\nWhat you see depends on what your company has agreed with us. If something is missing, please ask the person who invited you.',
        'Hier finden Sie alles, was wir gemeinsam abgewickelt haben: Bestellungen, Lieferungen, Rechnungen und Gutschriften.\n\nWas Sie sehen, hängt davon ab, was Ihr Unternehmen mit uns vereinbart hat. Fehlt etwas, fragen Sie bitte die Person, die Sie eingeladen hat.',
      ),
    },
  ],
  [
    'documents',
    {
      title: t('Finding a document', 'Einen Beleg finden'),
      body: t(
        'Search for a number, for your own reference, or for an item: its number, your number for it, or words of its description.\n\nPosted documents are recorded in the ledgers and no longer change. When a document is posted it gets a new number; you still find it under your reference.',
        'Suchen Sie nach einer Nummer, nach Ihrer eigenen Referenz oder nach einem Artikel: nach seiner Nummer, Ihrer Nummer dafür oder Wörtern der Beschreibung.\n\nGebuchte Belege stehen in den Büchern und ändern sich nicht mehr. Beim Buchen erhält ein Beleg eine neue Nummer; unter Ihrer Referenz finden Sie ihn weiterhin.',
      ),
    },
  ],
  [
    'purchase-order',
    {
      title: t('Writing an order', 'Eine Bestellung schreiben'),
      video: {name: 'create-purchase-order', files: FILES, transcript: film.transcript},
      body: t(
        'Type an item number, your own number or a word, and choose the item from the list. Some items can only be ordered in certain quantities; the portal says so at the line.\n\nThe total while you type is an estimate. Before you send the order, the portal calculates it with your prices, discounts and VAT.\n\nAn order that you have not sent stays on this device, or as a draft at the portal if you save it.',
        'Geben Sie eine Artikelnummer, Ihre eigene Nummer oder ein Wort ein und wählen Sie den Artikel aus der Liste. Manche Artikel sind nur in bestimmten Mengen bestellbar; das steht dann an der Zeile.\n\nDie Summe während der Eingabe ist eine Schätzung. Vor dem Senden berechnet das Portal sie mit Ihren Preisen, Rabatten und der Umsatzsteuer.\n\nEine nicht gesendete Bestellung bleibt auf diesem Gerät, oder als Entwurf im Portal, wenn Sie sie speichern.',
      ),
    },
  ],
  [
    'upload',
    {
      title: t('Orders from a spreadsheet', 'Bestellungen aus einer Tabelle'),
      body: t(
        'Download the template, fill in one row for each item, and upload the file. Item number and quantity are required; as item number you may also use your own number or the GTIN.\n\nRows with different references become different orders. Prices in the file are not read.',
        'Laden Sie die Vorlage herunter, füllen Sie je Artikel eine Zeile aus und laden Sie die Datei hoch. Artikelnummer und Menge sind Pflicht; statt der Artikelnummer gilt auch Ihre eigene Nummer oder die GTIN.\n\nZeilen mit verschiedenen Referenzen werden verschiedene Bestellungen. Preise in der Datei werden nicht gelesen.',
      ),
    },
  ],
  [
    'purchase-return-order',
    {
      title: t('Returning goods', 'Ware zurücksenden'),
      body: t(
        'Please call us before you send anything back. We make a return order that tells you how to pack the goods and when they are collected.\n\nWhen they have arrived you get a credit memo; it refers to the invoice.',
        'Bitte rufen Sie uns an, bevor Sie etwas zurücksenden. Wir legen eine Retoure an, die sagt, wie die Ware zu verpacken ist und wann sie abgeholt wird.\n\nNach dem Eingang erhalten Sie eine Gutschrift, die sich auf die Rechnung bezieht.',
      ),
    },
  ],
  [
    'purchase-invoice',
    {
      title: t('Invoices and payments', 'Rechnungen und Zahlungen'),
      body: t(
        'An invoice shows what is owed, what has been paid, and until when. Please write the payment reference on your transfer.\n\nPayments appear here on the working day after they reach us.',
        'Eine Rechnung zeigt, was offen ist, was bezahlt wurde und bis wann zu zahlen ist. Bitte geben Sie bei der Überweisung den Verwendungszweck an.\n\nZahlungen erscheinen hier am Werktag nach dem Eingang.',
      ),
    },
  ],
  [
    'shipment',
    {
      title: t('Announcing shipments and deliveries', 'Versand und Anlieferung anmelden'),
      body: t(
        'A shipment tells our warehouse what to send to whom. A delivery announces goods that come to us, so that a dock is free.\n\nWhat reaches us before noon leaves the warehouse the same day.',
        'Ein Versandauftrag sagt unserem Lager, was an wen geht. Eine Anlieferung kündigt Ware an, die zu uns kommt, damit ein Tor frei ist.\n\nWas bis mittags bei uns ist, verlässt das Lager am selben Tag.',
      ),
    },
  ],
  [
    'company',
    {
      title: t('Your company', 'Ihr Unternehmen'),
      body: t(
        'These are the details that we have of your company. They are on every order confirmation and invoice.\n\nIf something is wrong, please tell your contact person. Changes are made by us, so that nobody else can redirect goods or payments.',
        'Das sind die Angaben, die wir zu Ihrem Unternehmen haben. Sie stehen auf jeder Auftragsbestätigung und Rechnung.\n\nStimmt etwas nicht, geben Sie bitte Ihrer Kontaktperson Bescheid. Wir ändern die Angaben selbst, damit niemand sonst Ware oder Zahlungen umleiten kann.',
      ),
    },
  ],
  [
    'partners',
    {
      title: t('Who is invited', 'Wer eingeladen ist'),
      body: t(
        'The list shows every partner and what has become of the invitation: whether the e-mail has arrived, and whether it was accepted.\n\nAn invitation can be sent again, to another address too. A revoked one cannot be accepted any more.',
        'Die Liste zeigt alle Partner und was aus der Einladung geworden ist: ob die E-Mail angekommen ist und ob sie angenommen wurde.\n\nEine Einladung kann erneut gesendet werden, auch an eine andere Adresse. Eine widerrufene kann nicht mehr angenommen werden.',
      ),
    },
  ],
  [
    'invitations',
    {
      title: t('Inviting partners', 'Partner einladen'),
      body: t(
        'Enter an e-mail address, choose the kind of partner and what they may see. The link in the e-mail works for 14 days; sending it again makes the old one useless.\n\nIf an e-mail comes back, the list says why.',
        'Geben Sie eine E-Mail-Adresse ein und wählen Sie, welche Art von Partner es ist und was er sehen darf. Der Link in der E-Mail gilt 14 Tage; erneutes Senden macht den alten ungültig.\n\nKommt eine E-Mail zurück, nennt die Liste den Grund.',
      ),
    },
  ],
  [
    'registration',
    {
      title: t('Accepting an invitation', 'Eine Einladung annehmen'),
      body: t(
        'Fill in the form and agree to the terms. Nothing happens before you press the button; looking at the page uses nothing up.',
        'Füllen Sie das Formular aus und stimmen Sie den Bedingungen zu. Vor dem Absenden geschieht nichts; das bloße Ansehen verbraucht die Einladung nicht.',
      ),
    },
  ],
]);

/** Other names of the same help. */
const SAME: Readonly<Record<string, string>> = {
  'purchase-credit-memo': 'purchase-invoice',
  delivery: 'shipment',
};

/** Help by a name that widgets ask for. */
export function topicOf(name: string): TopicRecord | undefined {
  return TOPICS.get(name) ?? TOPICS.get(SAME[name] ?? '');
}
