import type {TemplateResult} from 'lit';
import {icon, picture, type IconName} from './states.ts';

/** What stands for a state in a list: what has no list need not load it. */
const drawings = {
  open: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z',
  released: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM5.5 8h5M8.5 6l2 2-2 2',
  closed: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM5.7 8.2 7.3 9.8l3-3.4',
  canceled: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM4.2 4.2l7.6 7.6',
} as const;

/** The name of a picture beside a state. */
export type MarkName = IconName | keyof typeof drawings;

/** A picture beside a state; it says nothing that the words do not. */
export function markPicture(name: MarkName): TemplateResult {
  return isDrawn(name) ? picture(drawings[name]) : icon(name);
}

function isDrawn(name: MarkName): name is keyof typeof drawings {
  return name in drawings;
}
