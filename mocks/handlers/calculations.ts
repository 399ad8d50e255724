import {CalculationInput, type Calculation, type PricedLine} from '../../src/portal/contract/index.ts';
import {centsText, percentText, priceText, quantityText, sums} from '../data/money.ts';
import {draftLines} from '../data/ordering.ts';
import {valueDiscount} from '../data/pricing.ts';
import type {LineRecord} from '../data/records.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import type {AddRoute} from '../http/route.ts';
import {objectionsTo} from './objections.ts';
import {describe, totalsView, unitView, vatView} from './views.ts';

function pricedLine(line: LineRecord, priced: boolean, call: Call): PricedLine {
  return {
    itemNumber: line.itemNumber,
    ...(line.item ? {description: describe(line)} : {}),
    quantity: quantityText(line.quantity),
    unit: unitView(line.unit, call.locale),
    ...(priced && line.item
      ? {
          unitPrice: priceText(line.price),
          ...(line.discount === 0 ? {} : {discountPercent: percentText(line.discount)}),
          lineAmount: centsText(line.amount),
          vatPercent: percentText(line.vat),
        }
      : {}),
  };
}

function calculate(call: Call): Response {
  const {type, draft} = call.body(CalculationInput);
  const info = call.documentType(type, 'create');
  const lines = draftLines(call.book, draft);
  const total = lines.reduce((sum, {amount}) => sum + amount, 0);
  const {groups, ...totals} = sums(lines, valueDiscount(total));
  const priced = call.prices && info.kind === 'order';
  const answer: Calculation = {
    lines: lines.map((line) => pricedLine(line, priced, call)),
    ...(priced ? {totals: totalsView(totals), currency: 'EUR', vat: vatView(groups)} : {}),
    issues: objectionsTo(call.book, info, draft, call.world.today).map((one) => ({
      ...one,
      detail: one.detail[call.locale],
    })),
  };
  return json(call, answer);
}

export function addCalculations(add: AddRoute): void {
  add('post', '/calculations', calculate);
}
