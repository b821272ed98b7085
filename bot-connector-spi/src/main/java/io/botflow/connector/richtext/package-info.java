/** Text with formatting, apart from any notation of it. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.connector.richtext;
