import type { Locator, Page } from "playwright-core";

// The card inside an Action.ShowCard has the same class as a whole card.
const wholeCard = ".ac-adaptiveCard:not(.ac-adaptiveCard .ac-adaptiveCard)";

/** The Playground's page as `currentUser` sees it. It opens on the chat with the bot. */
export class PlaygroundPage {
  readonly page: Page;
  #inChannel = false;

  constructor(page: Page) {
    this.page = page;
  }

  /** Writes to the bot in the chat, or starts a post that mentions the bot in the channel. */
  async say(text: string): Promise<void> {
    const composer = this.page.locator("[data-lexical-editor=true]").first();
    await composer.click();
    if (this.#inChannel) {
      // The Playground passes a channel post on to the bot only when it mentions the bot.
      await composer.pressSequentially("@");
      await this.page.locator("#typeahead-menu [role=menuitem]").first().click();
    }
    await composer.pressSequentially(this.#inChannel ? ` ${text}` : text);
    const sent = this.page.waitForResponse((response) => /\/_conversation\/.*\/messages$/.test(response.url()));
    if (this.#inChannel) await this.page.getByRole("button", { name: "Post", exact: true }).click();
    else await composer.press("Enter");
    await sent;
  }

  async openChat(): Promise<void> {
    await this.page.getByRole("treeitem", { name: "Personal Chat", exact: true }).click();
    await this.page.getByText("Type a message...").waitFor();
    this.#inChannel = false;
    await this.#redrawCards();
  }

  /** Opens a channel. At the first opening, the Playground also sends the bot an installation there. */
  async openChannel(name = "General"): Promise<void> {
    await this.page
      .getByRole("treeitem")
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .click();
    await this.page.getByText("Start a new post").waitFor();
    this.#inChannel = true;
    await this.#redrawCards();
  }

  async lastCardText(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: textContent runs the lines together and holds hidden text too
    return this.card().innerText();
  }

  /** The newest card that matches the filter. */
  card(filter: { hasText?: string; has?: Locator } = {}): Locator {
    const fitting = this.page.locator(wholeCard).filter(filter);
    if (!this.#inChannel) return fitting.last();
    return this.page.locator("[role=group].fui-Card").filter({ has: fitting }).first().locator(wholeCard).filter(filter).last();
  }

  async press(title: string, { inCardWithText }: { inCardWithText?: string } = {}): Promise<void> {
    const card = this.card(inCardWithText === undefined ? {} : { hasText: inCardWithText });
    const button = card.getByRole("button", { name: title, exact: true });
    const more = card.getByRole("button", { name: "More options", exact: true });
    await button.or(more).first().waitFor();
    if ((await button.count()) > 0) return button.first().click();
    await more.click();
    await this.page.getByRole("menuitem").getByText(title, { exact: true }).click();
  }

  /** Types into the field with this label. A date is written as 12/24/2026. */
  async fill(label: string, text: string): Promise<void> {
    const field = this.#field(label);
    const input = field.locator("input, textarea");
    await input.fill(text);
    // Leaving the field closes a date's calendar, which otherwise hides the rest of the page from getByRole.
    await input.press("Tab");
  }

  /** Picks an option of the choice set with this label; a second call for a multiple choice adds or removes an option. */
  async choose(label: string, option: string): Promise<void> {
    const field = this.#field(label);
    await field.waitFor();
    const dropDown = field.getByRole("combobox");
    if ((await dropDown.count()) === 0) return field.getByText(option, { exact: true }).click();
    await dropDown.click();
    const single = this.page.getByRole("option", { name: option, exact: true });
    const multiple = this.page.getByRole("menuitemcheckbox", { name: option, exact: true });
    await single.or(multiple).click();
    if ((await multiple.count()) > 0) await this.page.keyboard.press("Escape");
  }

  /** Opens the dialog of a message extension's command on the newest message with this text. The Playground asks for the command's id, because it reads no manifest. */
  async openDialogOn(message: string, command: string): Promise<Locator> {
    const more = this.page.getByRole("button", { name: "Show more information" });
    // A card that offers the words again has them in its input.
    const text = this.page.getByText(message, { exact: true }).and(this.page.locator(":not(textarea)"));
    await this.page.locator("div").filter({ has: text }).filter({ has: more }).last().locator(more).last().click();
    await this.page.getByText("Action Command").click();
    await this.page.getByPlaceholder("Input command id or leave blanks").fill(command);
    await this.page.getByRole("button", { name: "Create" }).click();
    return this.page.getByRole("dialog");
  }

  /** Waits until the open chat or channel shows this text. */
  async waitForText(text: string): Promise<void> {
    const outsideList = this.page.locator(':not([aria-label="Chat and Teams Channel"] *)');
    await this.page.getByText(text).and(outsideList).filter({ visible: true }).first().waitFor();
  }

  /** Takes a picture of the viewport, or of `element`. A card below the viewport is cut off: open the page taller for a tall card. */
  async screenshot(path: string, { element }: { element?: Locator } = {}): Promise<void> {
    await element?.scrollIntoViewIfNeeded();
    // Not element.screenshot(): for a card taller than the viewport it resizes the page, and that forgets what was typed in cards.
    const clip = await element?.boundingBox();
    await this.page.screenshot(clip ? { path, clip } : { path });
  }

  #field(label: string): Locator {
    const labelled = this.page.locator("label.ac-richTextBlock").filter({ has: this.page.getByText(label, { exact: true }) });
    return this.card({ has: labelled }).locator("div:has(> label.ac-richTextBlock)").filter({ has: labelled });
  }

  // A change of chat or channel draws cards that lose typed text at the next drawing. A real mouse causes that drawing before anybody types; this does it here.
  async #redrawCards(): Promise<void> {
    await this.page.locator(wholeCard).evaluateAll((cards) => {
      for (const card of cards) card.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    });
  }
}
