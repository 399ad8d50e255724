import columnsStyles from './columns-panel.styles.ts';
import filterStyles from './filter-panel.styles.ts';
import {panelStyles} from './panel.ts';
import viewsStyles from './views-panel.styles.ts';

/** What the buttons of a list open, but for its export. */
export {renderColumnsPanel, weave} from './columns-panel.ts';
export {renderFilterPanel} from './filter-panel.ts';
export {renderViewsPanel} from './views-panel.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [panelStyles, filterStyles, viewsStyles, columnsStyles];
