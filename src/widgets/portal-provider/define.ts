import {define} from '../../ui/define.ts';
import {PortalProvider} from './portal-provider.ts';

define('portal-provider', PortalProvider);

declare global {
  interface HTMLElementTagNameMap {
    'portal-provider': PortalProvider;
  }
}

export {PortalProvider};
