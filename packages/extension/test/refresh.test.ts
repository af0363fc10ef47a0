// A panel draws one drawing at a time, and tries again when one fails.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExportRequest } from '../src/client/topology/export-request.ts';
import { createRefresh } from '../src/client/topology/refresh.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a refresh', () => {
  it('draws once more after a drawing during which more was asked for, however often', async () => {
    const open: (() => void)[] = [];
    const draw = vi.fn(() => new Promise<void>((resolve) => open.push(resolve)));
    const refresh = createRefresh({ isVisible: () => true, draw, onError: () => undefined });
    void refresh();
    void refresh();
    void refresh();
    expect(draw).toHaveBeenCalledTimes(1);
    open[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(draw).toHaveBeenCalledTimes(2);
    open[1]?.();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('waits while nobody looks', async () => {
    let visible = false;
    const draw = vi.fn(() => Promise.resolve());
    const refresh = createRefresh({ isVisible: () => visible, draw, onError: () => undefined });
    await refresh();
    expect(draw).not.toHaveBeenCalled();
    visible = true;
    await refresh();
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it('that fails is tried three times more, and reports each failure', async () => {
    const draw = vi.fn(() => Promise.reject(new Error('no server')));
    const onError = vi.fn();
    await createRefresh({ isVisible: () => true, draw, onError })();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([draw.mock.calls.length, onError.mock.calls.length]).toEqual([4, 4]);
  });
});

describe('a request for the drawing as a file', () => {
  it('gets the answer of the page', async () => {
    const request = createExportRequest();
    const svg = request.ask(() => true);
    request.answer('<svg/>');
    expect(await svg).toBe('<svg/>');
  });

  it('ends without one when the page is hidden, or a newer request comes', async () => {
    const request = createExportRequest();
    expect(await request.ask(() => false)).toBeUndefined();
    const [first, second] = [request.ask(() => true), request.ask(() => true)];
    request.answer('<svg/>');
    expect([await first, await second]).toEqual([undefined, '<svg/>']);
  });
});
