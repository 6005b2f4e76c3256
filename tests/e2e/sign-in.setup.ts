import { expect, test } from "@playwright/test";
import { EVERYBODY, signInOf, stateOf } from "./support/people";

// Everybody signs in once, by the form, as a person does; the other tests go on from there.
for (const who of EVERYBODY) {
  test(`${who} signs in`, async ({ page }) => {
    const { name, email, password } = signInOf(who);
    await page.goto("/office");
    await expect(page).toHaveURL(/\/sign-in\?from=%2Foffice$/);
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(/\/office$/);
    await expect(page.getByText(name).first()).toBeVisible();
    await page.context().storageState({ path: stateOf(who) });
  });
}
