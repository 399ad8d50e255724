import {define} from '../src/ui/define.ts';
import {PortalElement} from '../src/ui/portal-element.ts';
import {PortalProvider} from '../src/widgets/portal-provider/portal-provider.ts';
import {describe, expect, findByText, html, it, mount, startPortal, textOf} from './support/index.ts';

await startPortal();

class EarlyProbe extends PortalElement {
  protected override renderWidget(portal: NonNullable<PortalElement['client']>) {
    return html`<p>${portal.endpoint}</p>`;
  }
}
define('early-probe', EarlyProbe);

describe('portal-provider', () => {
  it('reaches elements that were there before it was defined', async () => {
    const page = await mount(
      html`<portal-provider endpoint="/api/v1"><early-probe></early-probe></portal-provider>`,
    );
    expect(textOf(page)).to.equal('');
    define('portal-provider', PortalProvider);
    await findByText(`${location.origin}/api/v1`, {within: page});
  });
});
