import {separators} from '../../locales/formats.ts';
import {msg} from '../../locales/localize.ts';
import {csvDecimal, csvLine} from '../../orders/files/csv-writer.ts';
import type {DocumentSummary, Totals} from '../../portal/contract/index.ts';

/** A column of the file. Days are `YYYY-MM-DD`, codes are the portal's own. */
export interface CsvColumn {
  readonly label: string;
  readonly isDecimal?: boolean;
  readonly value: (document: DocumentSummary) => string | undefined;
}

/** All that a list knows of a document, in one order whatever is shown. Call it while rendering: its labels are the user's. */
export function csvColumns({prices}: {readonly prices: boolean}): readonly CsvColumn[] {
  const money = (label: string, key: keyof Totals): CsvColumn => ({
    label,
    isDecimal: true,
    value: ({totals}) => totals?.[key],
  });
  return [
    {label: msg('Number', {id: 'document.number'}), value: ({number}) => number ?? undefined},
    {label: msg('Reference', {id: 'document.reference'}), value: ({externalReference}) => externalReference},
    {label: msg('State', {id: 'document.state'}), value: ({state}) => state},
    {
      label: msg('Posted', {id: 'document.posted'}),
      value: ({posted}) => (posted === null ? undefined : String(posted)),
    },
    {label: msg('Date', {id: 'document.date'}), value: ({documentDate}) => documentDate},
    {label: msg('Posted on', {id: 'document.posting-date'}), value: ({postingDate}) => postingDate},
    {label: msg('Requested', {id: 'document.requested'}), value: ({requestedDate}) => requestedDate},
    {label: msg('Due', {id: 'document.due'}), value: ({dueDate}) => dueDate},
    {label: msg('Partner', {id: 'document.counterparty'}), value: ({counterparty}) => counterparty?.name},
    {label: msg('Location', {id: 'document.location'}), value: ({locationCode}) => locationCode},
    {label: msg('Lines', {id: 'document.lines'}), isDecimal: true, value: ({lineCount}) => String(lineCount)},
    {
      label: msg('Quantities', {id: 'document.quantities'}),
      value: ({quantities}) => quantities?.map(({quantity, unit}) => `${quantity} ${unit.code}`).join(' + '),
    },
    {label: msg('Delivery', {id: 'document.fulfilment'}), value: ({fulfilment}) => fulfilment},
    ...(prices
      ? [
          {
            label: msg('Currency', {id: 'document.currency'}),
            value: ({currency}: DocumentSummary) => currency,
          },
          money(msg('Net', {id: 'document.net'}), 'net'),
          money(msg('VAT', {id: 'document.vat'}), 'vat'),
          money(msg('Amount', {id: 'document.amount'}), 'gross'),
          money(msg('Paid', {id: 'document.paid'}), 'paid'),
          money(msg('Still open', {id: 'document.open-amount'}), 'remaining'),
          {label: msg('Payment', {id: 'document.payment'}), value: ({payment}: DocumentSummary) => payment},
        ]
      : []),
    {label: msg('Changed', {id: 'document.changed'}), value: ({updatedAt}) => updatedAt},
  ];
}

/** The first row of the file. */
export function csvHead(columns: readonly CsvColumn[], locale: string): string {
  return csvLine(
    columns.map(({label}) => label),
    separators(locale),
  );
}

/** Rows of the file; numbers as spreadsheets of the locale read them. */
export function csvRows(
  documents: readonly DocumentSummary[],
  columns: readonly CsvColumn[],
  locale: string,
): string {
  const marks = separators(locale);
  return documents
    .map((document) =>
      csvLine(
        columns.map(({value, isDecimal}) => {
          const text = value(document) ?? '';
          return isDecimal && text !== '' ? csvDecimal(text, marks) : text;
        }),
        marks,
      ),
    )
    .join('');
}
