// The language server's process.
import { startServer } from '@lightloom/language/server';
import { printer } from './printer.ts';

startServer({ printer });
