import type {IconName} from '../../ui/states.ts';

const stateIcons = new Map<string, IconName>([
  ['draft', 'draft'],
  ['in_review', 'pending'],
  ['open', 'open'],
  ['released', 'released'],
  ['closed', 'closed'],
  ['canceled', 'canceled'],
]);

const paymentIcons = new Map<string, IconName>([
  ['open', 'pending'],
  ['partial', 'pending'],
  ['paid', 'check'],
  ['overdue', 'error'],
]);

const tones = new Map<IconName, string>([
  ['check', 'success'],
  ['error', 'danger'],
]);

/** The picture beside a state; none for one that is not known here. */
export function stateIcon(state: string): IconName | undefined {
  return stateIcons.get(state);
}

/** The picture beside how much has been paid. */
export function paymentIcon(payment: string): IconName | undefined {
  return paymentIcons.get(payment);
}

/** The colour of a picture and its word: what is done, and what is wrong. */
export function toneOf(icon: IconName | undefined): string {
  return (icon && tones.get(icon)) ?? '';
}
