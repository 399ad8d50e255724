import {formatCount} from '../../locales/formats.ts';
import {fulfilmentLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import {COLUMNS, dateColumn, type Column} from './document-columns.ts';

/** Columns that only users who ask for them need, each with the id of the one after which it usually stands. */
const extra: readonly (readonly [string, Column])[] = [
  [
    'date',
    {
      ...dateColumn(
        'posting-date',
        undefined,
        () => msg('Posted on', {id: 'document.posting-date'}),
        ({postingDate}) => postingDate,
      ),
      isExtra: true,
    },
  ],
  [
    'location',
    {
      id: 'lines',
      width: [6, '8ch'],
      isAmount: true,
      isExtra: true,
      label: () => msg('Lines', {id: 'document.lines'}),
      has: () => true,
      cell: ({lineCount}, {locale}) => formatCount(lineCount, locale),
    },
  ],
  [
    'payment',
    {
      id: 'fulfilment',
      width: [12, '17ch'],
      isExtra: true,
      label: () => msg('Delivery', {id: 'document.fulfilment'}),
      has: ({fulfilment}) => fulfilment,
      cell: ({fulfilment}) => fulfilment && fulfilmentLabel(fulfilment),
    },
  ],
];

/** All columns, in the order in which they are usually shown. */
export const ALL_COLUMNS: readonly Column[] = COLUMNS.flatMap((column) => [
  column,
  ...extra.flatMap(([after, one]) => (after === column.id ? one : [])),
]);
