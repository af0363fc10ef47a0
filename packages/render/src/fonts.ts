// The fonts of pictures. A drawing is measured in DejaVu Sans, so its texts fit their boxes exactly; and with no font but this
// one a picture is the same on every machine.

/** Files of the package `dejavu-fonts-ttf`, in its folder `ttf`: regular and bold. */
export const fontNames = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'] as const;

/** Name of the font inside the files. */
export const fontFamily = 'DejaVu Sans';
