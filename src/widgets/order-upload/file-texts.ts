import {formatCount, formatDecimal} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {FileProblem} from '../../orders/files/file-content.ts';

/** Why a file cannot be taken, besides what is wrong with the file itself. */
export type Refusal = FileProblem | {readonly code: 'header-only' | 'many-files' | 'unreadable'};

type LimitProblem = Extract<FileProblem, {limit: number; row?: undefined}>;

/** What is wrong with a file, and what to do about it. */
export function refusalText(problem: Refusal, locale: string): string {
  switch (problem.code) {
    case 'empty':
      return msg('There is nothing in this file.', {id: 'order-upload.refused.empty'});
    case 'header-only':
      return msg('There are only headers in this file. Fill in a row for each order line.', {
        id: 'order-upload.refused.header-only',
      });
    case 'many-files':
      return msg('Upload one file at a time.', {id: 'order-upload.refused.many-files'});
    case 'unreadable':
      return msg('The file could not be opened. Close it in other programs, and choose it again.', {
        id: 'order-upload.refused.unreadable',
      });
    case 'old-excel':
      return msg('This is an old Excel workbook (.xls). Save it as .xlsx, and upload that.', {
        id: 'order-upload.refused.old-excel',
      });
    case 'encrypted':
      return msg('This file is protected with a password. Save it without one, and upload that.', {
        id: 'order-upload.refused.encrypted',
      });
    case 'binary-excel':
      return msg('This is a binary Excel workbook (.xlsb). Save it as .xlsx, and upload that.', {
        id: 'order-upload.refused.binary-excel',
      });
    case 'open-document':
      return msg('This is an OpenDocument spreadsheet. Save it as .xlsx or CSV, and upload that.', {
        id: 'order-upload.refused.open-document',
      });
    case 'apple-numbers':
      return msg('This is a Numbers spreadsheet. Export it to Excel or CSV, and upload that.', {
        id: 'order-upload.refused.apple-numbers',
      });
    case 'html':
      return msg('This is a web page, whatever its name says. Open it in Excel and save it as .xlsx.', {
        id: 'order-upload.refused.html',
      });
    case 'pdf':
      return msg('This is a PDF. Upload the spreadsheet that it was made from.', {
        id: 'order-upload.refused.pdf',
      });
    case 'not-a-table':
      return msg('This is neither an Excel workbook nor a CSV file.', {
        id: 'order-upload.refused.not-a-table',
      });
    case 'damaged':
      return msg('This file is damaged. Save it once more, and upload that.', {
        id: 'order-upload.refused.damaged',
      });
    case 'unsafe':
      return msg('This file is built in a way that no spreadsheet program builds it. It was not opened.', {
        id: 'order-upload.refused.unsafe',
      });
    case 'overloaded':
      return msg(
        'This workbook holds far more than its rows need, such as formatting of empty rows. Copy the rows to a new one and upload that.',
        {id: 'order-upload.refused.overloaded'},
      );
    case 'no-sheet':
      return msg('There is no visible sheet with anything in it.', {id: 'order-upload.refused.no-sheet'});
    case 'quote-unclosed':
      return msg(str`A quotation mark in row ${formatCount(problem.row, locale)} is not closed.`, {
        id: 'order-upload.refused.quote-unclosed',
      });
    case 'cell-too-long':
      return msg(
        str`The cell in row ${formatCount(problem.row, locale)}, column ${problem.column} is longer than ${formatCount(problem.limit, locale)} characters.`,
        {id: 'order-upload.refused.cell-too-long'},
      );
    default:
      return limitText(problem, locale);
  }
}

function limitText({code, limit}: LimitProblem, locale: string): string {
  const most = formatCount(limit, locale);
  const megabytes = formatDecimal(String(Math.floor(limit / 100_000) / 10), locale);
  switch (code) {
    case 'too-large':
      return msg(str`This file is too large. Upload at most ${megabytes} MB at a time.`, {
        id: 'order-upload.refused.too-large',
      });
    case 'inflates':
      return msg(str`This workbook unpacks to more than ${megabytes} MB. It was not opened.`, {
        id: 'order-upload.refused.inflates',
      });
    case 'too-many-entries':
      return msg('This workbook has far more parts than a spreadsheet needs. It was not opened.', {
        id: 'order-upload.refused.too-many-entries',
      });
    case 'too-many-rows':
      return msg(str`This file has too many rows. Upload at most ${most} at a time.`, {
        id: 'order-upload.refused.too-many-rows',
      });
    case 'too-many-columns':
      return msg(str`This file has too many columns. Upload at most ${most}.`, {
        id: 'order-upload.refused.too-many-columns',
      });
  }
}
