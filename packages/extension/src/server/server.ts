// The language server's process, with what the command line ships for files that aren't text.
import { join } from 'node:path';
import { startServer } from '@lightloom/language/server';
import { printerIn } from '@lightloom/render/printer';

startServer({ printer: printerIn(join(__dirname, 'agents')) });
