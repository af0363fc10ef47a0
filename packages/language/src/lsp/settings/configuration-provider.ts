// The settings of the client, as Langium keeps them: one section for all of Lightloom.
import { DefaultConfigurationProvider } from 'langium';

export class SettingsProvider extends DefaultConfigurationProvider {
  protected override toSectionName(): string {
    return 'lightloom';
  }

  /** A setting, once the client has sent its settings: `inlayHints` of `lightloom.inlayHints`. */
  async of(name: string): Promise<unknown> {
    await this.ready;
    const all: unknown = this.settings[this.toSectionName()];
    return typeof all === 'object' && all !== null ? Reflect.get(all, name) : undefined;
  }
}
