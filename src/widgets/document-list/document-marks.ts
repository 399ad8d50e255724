import type {MarkName} from '../../ui/marks.ts';

const stateIcons = new Map<string, MarkName>([
  ['draft', 'draft'],
  ['in_review', 'pending'],
  ['open', 'open'],
  ['released', 'released'],
  ['closed', 'closed'],
  ['canceled', 'canceled'],
]);

const paymentIcons = new Map<string, MarkName>([
  ['open', 'pending'],
  ['partial', 'pending'],
  ['paid', 'check'],
  ['overdue', 'error'],
]);

const tones = new Map<MarkName, string>([
  ['check', 'success'],
  ['error', 'danger'],
]);

/** The picture beside a state; none for one that is not known here. */
export function stateIcon(state: string): MarkName | undefined {
  return stateIcons.get(state);
}

/** The picture beside how much has been paid. */
export function paymentIcon(payment: string): MarkName | undefined {
  return paymentIcons.get(payment);
}

/** The colour of a picture and its word: what is done, and what is wrong. */
export function toneOf(name: MarkName | undefined): string {
  return (name && tones.get(name)) ?? '';
}
