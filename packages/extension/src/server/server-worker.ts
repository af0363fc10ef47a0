// The language server's web worker.
import { startServer } from '@lightloom/language/server-browser';

startServer();
