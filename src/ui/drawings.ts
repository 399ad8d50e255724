import type {TemplateResult} from 'lit';
import {picture} from './states.ts';

/** What stands for something to be done. Apart from what stands for states: only widgets that write and print load it. */
const drawings = {
  plus: 'M8 3v10M3 8h10',
  calendar: 'M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2v3M10.5 2v3',
  insert: 'M2.5 12.5h11M8 2v7M4.5 5.5h7',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3 2.5 6.5 6 10',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10 3l3.5 3.5L10 10',
  download: 'M8 2.5v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  print: 'M4.5 6V2.5h7V6M4.5 12h-2V6h11v6h-2M4.5 9.5h7v4h-7Z',
  repeat: 'M3 7V6a2 2 0 0 1 2-2h8M10.5 1.5 13 4l-2.5 2.5M13 9v1a2 2 0 0 1-2 2H3M5.5 14.5 3 12l2.5-2.5',
  trash: 'M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4',
  keyboard: 'M1.5 4h13v8.5h-13ZM4 7h1M7.5 7h1M11 7h1M4.5 10h7',
} as const;

/** The name of a drawing. */
export type DrawingName = keyof typeof drawings;

/** A picture beside words; it says nothing that the words do not. */
export function drawing(name: DrawingName): TemplateResult {
  return picture(drawings[name]);
}
