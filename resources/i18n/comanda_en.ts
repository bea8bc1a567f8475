<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>comanda::ui::Bubble</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::ChannelForm</name>
    <message numerus="yes">
        <source>Answers only within %n hour(s) of the customer&apos;s last message</source>
        <translation>
            <numerusform>Answers only within %n hour of the customer&apos;s last message</numerusform>
            <numerusform>Answers only within %n hours of the customer&apos;s last message</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::ChatPane</name>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n open order</numerusform>
            <numerusform>%n open orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::Column</name>
    <message numerus="yes">
        <source>%1, %n orders</source>
        <translation>
            <numerusform>%1, %n order</numerusform>
            <numerusform>%1, %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::Composer</name>
    <message numerus="yes">
        <source>%n letters too many</source>
        <translation>
            <numerusform>%n letter too many</numerusform>
            <numerusform>%n letters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left to answer by hand</source>
        <translation>
            <numerusform>%n day left to answer by hand</numerusform>
            <numerusform>%n days left to answer by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left to answer by hand</source>
        <translation>
            <numerusform>%n hour left to answer by hand</numerusform>
            <numerusform>%n hours left to answer by hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::ConversationDelegate</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::ConversationModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n open order</numerusform>
            <numerusform>%n open orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to leave</source>
        <translation>
            <numerusform>%n waiting to leave</numerusform>
            <numerusform>%n waiting to leave</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::KeysForm</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key ends in %n day(s)</source>
        <translation>
            <numerusform>Key ends in %n day</numerusform>
            <numerusform>Key ends in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::PastOrders</name>
    <message numerus="yes">
        <source>%n orders · known since %1</source>
        <translation>
            <numerusform>%n order · known since %1</numerusform>
            <numerusform>%n orders · known since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::SidePane</name>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n open order</numerusform>
            <numerusform>%n open orders</numerusform>
        </translation>
    </message>
</context>
</TS>
