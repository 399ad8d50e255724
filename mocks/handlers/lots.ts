import type {Line} from '../../src/portal/contract/index.ts';
import {dayText} from '../data/dates.ts';
import {quantityText} from '../data/money.ts';
import type {DocumentRecord, LineRecord} from '../data/records.ts';

/** More serial numbers than this are on the delivery note, not in the portal. */
const MOST_SERIALS = 20;

/** Lots or serial numbers of a line; made from the document, so that they are the same whenever it is opened. */
export function lotsOf(document: DocumentRecord, line: LineRecord): NonNullable<Line['lots']> {
  const {item} = line;
  const start = document.sequence * 37 + line.no;
  if (item?.tracking === 'serial') {
    const count = Math.floor(line.quantity / 1000);
    if (count > MOST_SERIALS) return [];
    return Array.from({length: count}, (_, index) => ({
      serial: `VK${String(start * 50 + index).padStart(8, '0')}`,
      quantity: '1',
    }));
  }
  if (item?.tracking !== 'lot') return [];
  const expiresOn = dayText(document.date + 200 + (start % 500));
  const lot = `L${dayText(document.date).slice(2, 7).replace('-', '')}-${start % 900}`;
  const whole = Math.floor(line.quantity / 1000);
  if (whole < 12 || start % 3 !== 0) return [{lot, expiresOn, quantity: quantityText(line.quantity)}];
  const part = Math.floor(whole / 3) * 1000;
  return [
    {lot, expiresOn, quantity: quantityText(part)},
    {
      lot: `${lot}B`,
      expiresOn: dayText(document.date + 400 + (start % 300)),
      quantity: quantityText(line.quantity - part),
    },
  ];
}
