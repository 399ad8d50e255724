import {chapters} from './film-texts.ts';
import type {Stage, Target} from './stage.ts';

/** Rows as somebody has them in a spreadsheet: the portal's item numbers and their own. */
const list = {
  title: 'Workshop list.xlsx',
  head: ['Item', 'Quantity'],
  rows: [
    ['MU-10082', '400'],
    ['KA-2767', '200'],
    ['KA-3109', '150'],
  ],
};

/** As near as the form fits in. */
const CLOSE = 1.28;

/**
 * The film “Create a purchase order”: Miriam Vogt, who buys for a customer, writes one from top to bottom, sends it and finds it
 * in the list. The camera moves little: it is what costs most bytes.
 */
export async function film(stage: Stage): Promise<void> {
  await findForm(stage);
  await writeHead(stage);
  await writeLines(stage);
  await pasteRows(stage);
  await review(stage);
  await send(stage);
}

async function findForm(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.find);
  await stage.say('welcome');
  await stage.hold(2);
  await stage.say('open');
  await stage.click(await stage.find('link', 'Purchase orders'));
  await stage.hold(1.2);
  await stage.say('new');
  await stage.click(await stage.find('link', 'New purchase order'));
  await stage.hold(0.6);
}

async function writeHead(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.head);
  const heading = await stage.find('heading', 'New purchase order');
  await stage.say('reference');
  await stage.look([heading, await stage.find('grid', /./)], CLOSE, 0.7);
  await stage.click(await stage.find('textbox', /^Your reference/), {x: 0.3, y: 0.6});
  await stage.type('Workshop, December');
  await stage.hold(0.4);
  await stage.say('date');
  await stage.press('Tab', ['Tab ⇥']);
  await stage.type('12042026', {pace: 5});
  await stage.hold(0.6);
}

async function writeLines(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.lines);
  await stage.say('search');
  await stage.scrollTo(await stage.find('heading', 'Order lines'), 0.3, 0.6);
  await stage.click(await cell(stage, 'item', 1));
  await stage.type('hex bolt m8 a2', {pace: 4});
  await stage.hold(0.8);
  await stage.say('choose');
  for (let press = 0; press < 2; press++) await stage.press('ArrowDown', ['↓']);
  await stage.hold(0.8);
  await stage.press('Enter', ['Enter ⏎']);
  await stage.hold(0.8);
  await stage.say('quantity');
  await stage.type('400', {pace: 6});
  await stage.hold(1);
  await stage.press('Enter', ['Enter ⏎']);
  await stage.say('own');
  await stage.type('KA-3844', {pace: 5});
  await stage.hold(1);
  await stage.press('Enter', ['Enter ⏎']);
  await stage.hold(0.6);
  await stage.type('60', {pace: 6});
  await stage.hold(0.4);
  await stage.press('Enter', ['Enter ⏎']);
  await mendQuantity(stage);
}

async function mendQuantity(stage: Stage): Promise<void> {
  await stage.say('hint');
  await stage.hold(1.6);
  await stage.click(await cell(stage, 'quantity', 2));
  await stage.hold();
  await stage.say('mend');
  await stage.press(['Control', 'a'], ['Ctrl', 'A']);
  await stage.type('75', {pace: 7});
  await stage.hold(0.4);
  await stage.press('Enter', ['Enter ⏎']);
  await stage.hold(1);
}

async function pasteRows(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.paste);
  await stage.say('copy');
  await stage.copyFromSheet(list);
  await stage.say('paste');
  await stage.hold(0.6);
  await stage.paste(list.rows);
  await stage.hold(2);
  await stage.poster();
  await stage.say('estimate');
  await stage.scrollTo(await stage.find('button', 'Review order'), 0.74, 0.6);
  await stage.hold(2);
}

async function review(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.review);
  await stage.say('review');
  stage.lookAtAll(0.7);
  await stage.click(await stage.find('button', 'Review order'));
  await stage.hold(2.5);
  await stage.say('totals');
  await stage.scrollTo(await stage.select('body >>> dialog [part="totals"]'), 0.3, 0.6);
  await stage.hold(2);
  await stage.say('unsent');
  await stage.hold();
}

async function send(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.send);
  await stage.say('send');
  await stage.click(await stage.find('button', 'Send order'));
  await stage.find('heading', /^Order .+ was sent$/);
  await stage.hold(0.4);
  await stage.say('number');
  await stage.look(await stage.select('body >>> [part~="view"]'), CLOSE, 0.7);
  await stage.hold(2.5);
  await stage.say('list');
  const content = await stage.select('body >>> [part~="view"]');
  await stage.click(await stage.find('link', 'Purchase orders', content));
  await stage.point(await stage.select('body >>> [part~="row"] [part~="open"]'), {x: 1.15, y: 0.7});
  await stage.hold(2.5);
  await stage.hold();
}

/** A cell of the order's lines; the first line is 1. */
function cell(stage: Stage, column: string, line: number): Promise<Target> {
  return stage.select(`body >>> [aria-rowindex="${line + 1}"] [data-column="${column}"]`);
}
