import {css, html} from 'lit';
import {printPage} from '../src/ui/print-page.ts';
import {hostStyles} from '../src/ui/styles.ts';
import {describe, expect, it, nextPrint} from './support/index.ts';

const frames = () => document.querySelectorAll('iframe').length;

describe('printPage', () => {
  const page = {
    title: 'Invoice 7',
    content: html`<h2>Invoice 7</h2>
      <p class="due">Due tomorrow</p>`,
    styles: [
      hostStyles,
      css`
        .due {
          color: rgb(1 2 3);
        }
      `,
    ],
    lang: 'de',
    dir: 'rtl',
  } as const;

  it('prints its content alone, in its own language, direction and styles', async () => {
    const dialog = nextPrint();
    const done = printPage(page);
    const {page: printed, content, close} = await dialog;
    const {title, documentElement} = printed;
    expect([title, documentElement.lang, documentElement.dir]).to.deep.equal(['Invoice 7', 'de', 'rtl']);
    expect(content.textContent.trim()).to.match(/^Invoice 7\s+Due tomorrow$/);
    expect(printed.body.children).to.have.length(1);
    const due = content.querySelector('.due');
    if (!due) throw new Error('Nothing is printed');
    expect(getComputedStyle(due).color).to.equal('rgb(1, 2, 3)');
    close();
    await done;
  });

  it('leaves nothing in the page when the dialog is closed', async () => {
    const before = frames();
    const dialog = nextPrint();
    const done = printPage(page);
    const {close} = await dialog;
    expect(frames()).to.equal(before + 1);
    close();
    await done;
    expect(frames()).to.equal(before);
  });

  it('takes away what a dialog has left that never said that it was closed', async () => {
    const before = frames();
    const first = nextPrint();
    void printPage(page);
    await first;
    const second = nextPrint();
    const done = printPage(page);
    const {close} = await second;
    expect(frames()).to.equal(before + 1);
    close();
    await done;
    expect(frames()).to.equal(before);
  });
});
