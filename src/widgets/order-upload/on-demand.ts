import {comboboxStyles} from '../../ui/combobox.ts';
import {gridEditingStyles} from '../../ui/grid-editing.styles.ts';
import suggestionStyles from '../purchase-order-editor/suggestions.styles.ts';
import orderStyles from './orders.styles.ts';
import rowStyles from './rows.styles.ts';

/** What is needed once a file is there, or a template has to be made. A first load does without it. */
export {Uploading} from './uploading.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [comboboxStyles, suggestionStyles, gridEditingStyles, rowStyles, orderStyles];
