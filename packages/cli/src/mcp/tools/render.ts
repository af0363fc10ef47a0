// The tool `render`: a picture of a design.
import { say } from '../../output/deliver.ts';
import { z } from '../sdk/sdk.ts';
import { designArguments, designOptions, fileArgument, givenDesign, textArgument } from '../tool/arguments.ts';
import { answerSchema } from '../tool/output-schema.ts';
import { defineTool } from '../tool/tool.ts';

export const tool = defineTool({
  name: 'render',
  title: 'Draw a design',
  description:
    'Draws a view of a design: a view it declares, one of its networks as topology, its racks, its power or its cooling. The answer lists all views; without `view` the first one is drawn.',
  takes: z.strictObject({
    file: fileArgument.optional(),
    text: textArgument.optional(),
    view: z.string().min(1).max(200).optional().describe('The view to draw; the first one when not given.'),
    format: z.enum(['png', 'svg']).default('png').describe('PNG to look at, SVG to put into a document.'),
    theme: z.enum(['light', 'dark']).default('light').describe('Colors on a light or a dark ground.'),
    scale: z
      .number()
      .positive()
      .max(8)
      .optional()
      .describe('Pixels of a PNG for one of the drawing; what fits when not given.'),
    ...designArguments,
  }),
  gives: answerSchema({
    version: { const: 1 },
    file: { type: 'string', description: 'Relative to the first folder of the server, with forward slashes.' },
    view: { type: 'string', description: 'The view that was drawn.' },
    views: {
      type: 'array',
      description: 'All views of the design.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title'],
        properties: { id: { type: 'string' }, title: { type: 'string' } },
      },
    },
    format: { enum: ['png', 'svg'] },
    width: { type: 'number', description: 'Of the drawing, in its pixels.' },
    height: { type: 'number' },
  }),
  async run({ file, text, view, format, theme, scale, ...design }, context) {
    const { io, disk, progress, version } = context;
    if (scale !== undefined && format === 'svg') {
      say(io, '`scale` is for PNG; the drawing is an SVG.');
      return undefined;
    }
    const given = await givenDesign({ file, text }, context);
    if (given === undefined) return undefined;
    const [{ createWorkspace }, { openedDesign }, { drawView }, { pictureOf, sizeOf }, { viewsOf }, { reportErrors }] =
      await Promise.all([
        import('../../input/workspace.ts'),
        import('../../questions/opened-design.ts'),
        import('../../drawing/draw-view.ts'),
        import('../tool/picture.ts'),
        import('@lightloom/language'),
        import('../../output/report-errors.ts'),
      ]);
    progress.at(1, 2);
    const workspace = createWorkspace(io, designOptions(design, context), { texts: given.texts, disk });
    const opened = await openedDesign({ file: given.path }, workspace, io);
    if (opened === undefined) return undefined;
    progress.at(2, 2);
    const drawn = await drawView(opened, { view, theme, block: { tool: `Lightloom ${version}` } }, io);
    const picture = drawn === undefined ? undefined : await pictureOf(drawn.svg, { format, scale }, io);
    if (drawn === undefined || picture === undefined) return undefined;
    reportErrors(io, opened, 'drawing');
    const views = (await viewsOf(opened.analysis)).map(({ id, title }) => ({ id, title }));
    const { width, height } = sizeOf(drawn.svg);
    const list = views.map(({ id, title }) => `${id}: ${title}\n`).join('');
    return {
      text: `View ${drawn.id} of ${opened.path}, ${Math.ceil(width)} × ${Math.ceil(height)} pixels. All views:\n${list}`,
      document: { version: 1, file: opened.path, view: drawn.id, views, format, width, height },
      limit: 1000,
      picture,
    };
  },
});
