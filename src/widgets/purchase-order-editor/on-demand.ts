import {comboboxStyles} from '../../ui/combobox.ts';
import {gridEditingStyles} from '../../ui/grid-editing.styles.ts';
import {modalStyles} from '../../ui/modal.ts';
import draftStyles from './drafts.styles.ts';
import lineStyles from './lines.styles.ts';
import addressStyles from './own-address.styles.ts';
import pasteStyles from './paste.styles.ts';
import questionStyles from './paste-questions.styles.ts';
import reviewStyles from './review.styles.ts';
import suggestionStyles from './suggestions.styles.ts';

/**
 * What the editor needs only once the user has begun: estimates and hints, the fields of another address, what is wrong
 * with a draft and with keeping it, and everything from the review on. A first load does without it. It is one module on purpose:
 * several would share so many small files that hardly anything were saved.
 */
export {RunningEstimate} from '../../orders/amounts.ts';
export {Catalogue} from '../../orders/catalogue.ts';
export {withItem} from '../../orders/draft.ts';
export {isFresher} from '../../orders/fresher.ts';
export {History} from '../../orders/history.ts';
export {remaining, samePlace, validate} from '../../orders/problems.ts';
export {goOn} from './line-actions.ts';
export {hintsFor} from '../../orders/hints.ts';
export {DeviceDrafts} from './device-drafts.ts';
export {FromFile} from './from-file.ts';
export {dateWarning, hintText} from './hint-texts.ts';
export {renderOwnAddress} from './own-address.ts';
export {Paste} from './paste-entry.ts';
export {PortalDrafts} from './portal-drafts.ts';
export {problemText, renderSummary} from './problem-summary.ts';
export {Sending} from './sending.ts';
export {storageTexts} from './storage-texts.ts';

export {ItemSearch} from './item-search.ts';
export {LineGrid} from './line-grid.ts';
export {renderTools, renderPanel, renderSpoken} from './grid-tools.ts';
export {pageOf, renderStack} from './line-stack.ts';
export {renderSuggestions} from './suggestions.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [
  modalStyles,
  comboboxStyles,
  suggestionStyles,
  addressStyles,
  reviewStyles,
  gridEditingStyles,
  lineStyles,
  draftStyles,
  pasteStyles,
  questionStyles,
];

// It is there already. Said here, a bundler makes one file of what it shares with its parts, and not one for each set of them.
export {PurchaseOrderEditor} from './purchase-order-editor.ts';
