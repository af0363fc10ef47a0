// What the colors of a drawing can show.
export type Color = 'utilization' | 'temperature' | 'power' | 'network' | 'rail';
