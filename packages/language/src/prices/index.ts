// What parts cost: price books.
export { type PriceBook, readPriceBook } from './book.ts';
export { unusedOffers } from './unused-offers.ts';
