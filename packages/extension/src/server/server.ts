// The language server's process.
import { startServer } from '@lightloom/language/server';

startServer();
