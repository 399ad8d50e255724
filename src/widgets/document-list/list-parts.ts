import {fieldStyles} from '../../ui/field.styles.ts';
import {drawerStyles} from './list-drawers.ts';
import {postedFilterStyles} from './posted-filter.ts';
import {outputStyles} from './list-output.ts';
import {workStyles} from './list-work.styles.ts';
import {footStyles} from './list-totals.ts';
import {styles as panelStyles} from './list-panels.ts';

/** What a list needs once somebody does something with it. It is one module on purpose: all of it comes at once. */
export {ListWork} from './list-work.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [
  fieldStyles,
  footStyles,
  workStyles,
  postedFilterStyles,
  ...panelStyles,
  drawerStyles,
  outputStyles,
];

// It is there already. Said here, a bundler makes one file of what it shares with its parts, and not one for each set of them.
export {DocumentList} from './document-list.ts';
