import {chapters} from './film-texts.ts';
import type {Stage, Target} from './stage.ts';

/** Rows as somebody has them in a spreadsheet: the portal's numbers and their own. */
const list = {
  title: 'Workshop list.xlsx',
  head: ['Item', 'Quantity'],
  rows: [
    ['MU-10082', '400'],
    ['KA-2767', '200'],
    ['KA-3109', '150'],
  ],
};

/** The film “Create a purchase order”: Miriam Vogt, a customer's buyer, writes one from the beginning to its place in the list. */
export async function film(stage: Stage): Promise<void> {
  await findForm(stage);
  await writeLines(stage);
  await pasteRows(stage);
  await review(stage);
  await send(stage);
}

async function findForm(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.find);
  await stage.say('welcome');
  await stage.hold(1.5);
  await stage.hold();
  await stage.say('open');
  const heading = await stage.find('heading', 'New order');
  await stage.scrollTo(heading, 0.06, 1.4);
  await stage.point(await field(stage, 'Your reference'));
  await stage.hold();
}

async function writeLines(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.lines);
  await stage.say('search');
  const item = await cell(stage, 'item', 1);
  await stage.look(item, 1.5);
  await stage.click(item);
  await stage.type('hex bolt m8 a2');
  await stage.hold(0.6);
  await stage.say('choose');
  for (let press = 0; press < 2; press++) await stage.press('ArrowDown', ['↓']);
  await stage.hold(0.5);
  await stage.press('Enter', ['Enter ⏎']);
  await stage.hold(0.8);
  await stage.say('quantity');
  await stage.look([await cell(stage, 'description', 1), await cell(stage, 'amount', 1)], 1.35);
  await stage.type('400', {pace: 5});
  await stage.hold(0.8);
  await stage.press('Enter', ['Enter ⏎']);
  await stage.say('own');
  await stage.type('KA-3844', {pace: 5});
  await stage.hold(0.8);
  await stage.press('Enter', ['Enter ⏎']);
  await stage.hold(0.8);
  await stage.type('60', {pace: 6});
  await stage.hold(0.5);
  await stage.press('Enter', ['Enter ⏎']);
  await mendQuantity(stage);
}

async function mendQuantity(stage: Stage): Promise<void> {
  await stage.say('hint');
  await stage.hold(1.5);
  const quantity = await cell(stage, 'quantity', 2);
  await stage.click(quantity);
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
  await stage.hold(0.4);
  await stage.paste(list.rows);
  await stage.look([await cell(stage, 'item', 1), await cell(stage, 'amount', 5)], 1.1);
  await stage.hold(2);
  await stage.say('estimate');
  const total = await stage.find('button', 'Review order');
  await stage.scrollTo(total, 0.7);
  await stage.hold(1);
}

async function review(stage: Stage): Promise<void> {
  const heading = await stage.find('heading', 'New order');
  await stage.say('reference');
  await stage.scrollTo(heading, 0.06);
  const reference = await field(stage, 'Your reference');
  await stage.look(reference, 1.5);
  await stage.click(reference);
  await stage.type('Workshop, December');
  await stage.hold(0.5);
  await stage.say('date');
  await stage.press('Tab', ['Tab ⇥']);
  await stage.type('12042026', {pace: 5});
  await stage.hold(1);
  await stage.poster();
  await stage.beginChapter(chapters.review);
  await stage.say('review');
  stage.lookAtAll();
  const button = await stage.find('button', 'Review order');
  await stage.scrollTo(button, 0.7);
  await stage.click(button);
  await stage.look(await stage.find('dialog', 'Review your order'), 1.15);
  await stage.hold(2);
  await stage.scrollTo(await stage.select('purchase-order-editor >>> dialog [part="totals"]'), 0.3);
  await stage.say('unsent');
  await stage.hold(2);
}

async function send(stage: Stage): Promise<void> {
  await stage.beginChapter(chapters.send);
  await stage.say('send');
  const button = await stage.find('button', 'Send order');
  await stage.click(button);
  await stage.say('number');
  const sent = await stage.find('heading', /^Order .+ was sent$/);
  await stage.look(sent, 1.3);
  await stage.hold(2.5);
  await stage.say('list');
  stage.lookAtAll();
  await stage.scrollTo(await stage.find('heading', 'Purchase orders'), 0.06, 1.2);
  await stage.hold(3);
  await stage.hold();
}

/** A cell of the order's lines; the first line is 1. */
function cell(stage: Stage, column: string, line: number): Promise<Target> {
  return stage.select(`purchase-order-editor >>> [aria-rowindex="${line + 1}"] [data-column="${column}"]`);
}

/** A field by the beginning of its label. */
function field(stage: Stage, label: string): Promise<Target> {
  return stage.find('textbox', new RegExp(`^${label}`));
}
