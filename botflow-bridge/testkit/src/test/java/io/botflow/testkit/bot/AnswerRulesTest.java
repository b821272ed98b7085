// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules let legal answers through, and name the field of any other. */
class AnswerRulesTest {
  private static final BotVersion VERSION =
      new BotVersion("1", List.of("en"), List.of(new Intent("order", slots())));

  /** One slot of each type, named by it, and one collection. */
  private static List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    for (Slot.Type type : Slot.Type.values()) {
      slots.add(Slot.of(type.name(), type));
    }
    slots.add(new Slot("LIST", Slot.Type.INTEGER, true));
    return slots;
  }

  private static List<String> broken(Wire wire, String json) {
    return new AnswerRules(wire, VERSION).brokenBy(Wire.read(json.replace('\'', '"')));
  }

  @Test
  void legalAnswersBreakNothing() {
    assertEquals(
        List.of(),
        broken(
            Wire.V1,
            """
            {'replymessages':[{'type':'Text','text':''},{'type':'Structured','text':'What?','content':
               [{'contentType':'QuickReply','quickReply':{'text':'Cookie','payload':'c'}}]}],
             'intent':'order','confidence':0.5,'botState':'Complete','parameters':{'priority':'10'},
             'slotValues':{'STRING':'a','LIST':[1,2],'INTEGER':27,'DECIMAL':3.14,'BOOLEAN':true,
               'DURATION':'P1D','DATETIME':'1955-11-05T12:00:00Z','CURRENCY':{'amount':'5.00','code':'USD'}}}
            """));
    assertEquals(
        List.of(),
        broken(
            Wire.V2,
            """
            {'botState':'Complete','intent':'order','replyMessages':[
               {'type':'Text','content':[{'contentType':'Attachment','attachment':{'id':'1',
                 'mediaType':'Image','url':'https://x.test/a.png','filename':'a.png'}}]},
               {'type':'Structured','content':[{'contentType':'Carousel','carousel':{'cards':[
                 {'title':'A','actions':[{'type':'Postback','text':'Buy','payload':'a'}]},
                 {'title':'B','defaultAction':{'type':'Link','url':'https://x.test'},
                  'actions':[{'type':'Link','text':'See','url':'https://x.test'}]}]}}]}],
             'entities':[{'name':'INTEGER','type':'Integer','value':'12'},
               {'name':'DURATION','type':'Duration','value':'PT1H15M30.250S'},
               {'name':'CURRENCY','type':'Currency','value':'{\\"amount\\":3.49,\\"code\\":\\"USD\\"}'},
               {'name':'LIST','type':'IntegerCollection','values':['1']}]}
            """));
    assertEquals(List.of(), broken(Wire.V2, "{'botState':'MoreData'}"));
    assertEquals(
        List.of(),
        broken(Wire.V1, "{'botState':'Failed','errorInfo':{'errorCode':'a','errorMessage':'b'}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "V1 | {'botState':'COMPLETE','intent':'order'} | botState must be",
        "V1 | {} | botState must be",
        "V1 | [] | not a JSON object",
        "V1 | {'botState':'MoreData'} x | not a JSON object",
        "V1 | {'botState':'Complete'} | intent must be one",
        "V1 | {'botState':'Complete','intent':'Order'} | intent must be one",
        "V2 | {'botState':'MoreData','intent':7} | intent must be a string",
        "V1 | {'botState':'MoreData','confidence':1.5} | confidence must",
        "V1 | {'botState':'MoreData','confidence':'1'} | confidence must",
        "V1 | {'botState':'MoreData','parameters':{'a':10}} | parameters.a must be a string",
        "V2 | {'botState':'MoreData','parameters':{'a':null}} | parameters.a must be a string",
        "V1 | {'botState':'MoreData','replyMessages':[]} | replyMessages unknown",
        "V2 | {'botState':'MoreData','replymessages':[]} | replymessages unknown",
        "V2 | {'botState':'Complete','intent':'order','slotValues':{}} | slotValues unknown",
        "V1 | {'botState':'Complete','intent':'order','slotValues':{'NEW':'a'}} | slotValues.NEW",
        "V1 | {'botState':'Complete','intent':'order','slotValues':{'INTEGER':'1'}} | slotValues.INTEGER",
        "V1 | {'botState':'Complete','intent':'order','slotValues':{'LIST':1}} | slotValues.LIST",
        "V2 | {'botState':'Complete','intent':'order','entities':[{'name':'INTEGER','type':'Integer','value':1}]} | entities.INTEGER",
        "V2 | {'botState':'Complete','intent':'order','entities':[{'name':'INTEGER','type':'integer','value':'1'}]} | entities.INTEGER",
        "V2 | {'botState':'Complete','intent':'order','entities':[{'name':'LIST','type':'IntegerCollection','value':'1'}]} | entities.LIST",
        "V2 | {'botState':'Complete','intent':'order','entities':[{'name':'DURATION','type':'Duration','value':'P1Y'}]} | entities.DURATION",
        "V2 | {'botState':'Complete','intent':'order','entities':[{'name':'DATETIME','type':'Datetime','value':'1700-01-01T00:00:00Z'}]} | entities.DATETIME",
        "V2 | {'botState':'Complete','intent':'order','entities':[{'name':'BOOLEAN','type':'Boolean','value':'True'}]} | entities.BOOLEAN",
        "V1 | {'botState':'MoreData','errorInfo':{'errorCode':'a','errorMessage':'b'}} | errorInfo goes",
        "V1 | {'botState':'Failed','errorInfo':{'errorCode':'a'}} | errorInfo.errorMessage",
        "V1 | {'botState':'MoreData','replymessages':[{'type':'text','text':'a'}]} | replymessages[0].type",
        "V1 | {'botState':'MoreData','replymessages':[{'type':'Text'}]} | replymessages[0] Text must",
        "V1 | {'botState':'MoreData','replymessages':[{'type':'Structured','text':'a'}]} | Structured must",
        "V1 | {'botState':'MoreData','replymessages':[{'type':'Text','text':'a','content':[{'contentType':'Attachment','attachment':{'id':'1','mediaType':'File','url':'u','filename':'f'}}]}]} | v2 only",
        "V2 | {'botState':'MoreData','replyMessages':[{'type':'Structured','content':[{'contentType':'Attachment'}]}]} | Structured carries",
        "V2 | {'botState':'MoreData','replyMessages':[{'type':'Text','content':[{'contentType':'Attachment','attachment':{'id':'1','mediaType':'File','url':'u'}}]}]} | attachment.filename",
        "V2 | {'botState':'MoreData','replyMessages':[{'type':'Structured','content':[{'contentType':'QuickReply','quickReply':{'text':'a'}}]}]} | quickReply.payload",
        "V2 | {'botState':'MoreData','replyMessages':[{'type':'Structured','content':[{'contentType':'Card','card':{'title':'a'}}]}]} | card.actions",
        "V2 | {'botState':'MoreData','replyMessages':[{'type':'Structured','content':[{'contentType':'Card','card':{'title':'a','actions':[{'type':'Link','text':'b'}]}}]}]} | card.actions.url",
        "V2 | {'botState':'MoreData','replyMessages':[{'type':'Structured','content':[{'contentType':'Carousel','carousel':{'cards':[]}}]}]} | 1 to 10 cards",
        "V2 | {'botState':'MoreData','replyMessages':[{'type':'Structured','content':[{'contentType':'Carousel','carousel':{'cards':[{'title':'a','actions':[{'type':'Postback','text':'b','payload':'p'}]},{'title':'c','actions':[{'type':'Postback','text':'b','payload':'p'}]}]}}]}]} | one button on two",
      })
  void eachBrokenRuleIsNamed(Wire wire, String json, String named) {
    List<String> broken = broken(wire, json);
    assertEquals(1, broken.size(), broken::toString);
    assertTrue(broken.get(0).contains(named), broken::toString);
  }
}
